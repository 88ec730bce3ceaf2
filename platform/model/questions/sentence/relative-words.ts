import type { Bound, RelativeDate } from '#engine';
import { dateWords } from './date-words.ts';
import { figure } from './writing.ts';

/** How far a relative date is from the reference date; `isZero` is the reference date itself. */
export interface Distance {
  readonly months: number;
  readonly days: number;
}

export function isRelative(bound: Bound | undefined): bound is RelativeDate {
  return typeof bound === 'object';
}

export function distanceOf({ years = 0, months = 0, days = 0 }: RelativeDate): Distance {
  return { months: years * 12 + months, days };
}

/** 0 the reference date, -1 before it, 1 after it; null when the two parts point both ways. */
export function direction({ months, days }: Distance): -1 | 0 | 1 | null {
  if (months * days < 0) return null;
  return Math.sign(months + days) as -1 | 0 | 1;
}

/** 3 年, 18 个月, 2 年零 10 日 */
export function lengthWords({ months, days }: Distance): string {
  const [wholeMonths, wholeDays] = [Math.abs(months), Math.abs(days)];
  const long =
    wholeMonths === 0
      ? ''
      : wholeMonths % 12 === 0 && wholeMonths > 12
        ? `${figure(wholeMonths / 12)}年`
        : `${figure(wholeMonths)}个月`;
  const short = wholeDays === 0 ? '' : `${figure(wholeDays)}日`;
  return long && short ? `${long}零${short}` : long || short;
}

/** A point in time: 截止日期, 截止日期前 5 年, 2020 年 6 月. */
export function boundWords(bound: Bound): string {
  if (!isRelative(bound)) return dateWords(String(bound));
  const distance = distanceOf(bound);
  const way = direction(distance);
  if (way === null) {
    const { months, days } = distance;
    return `截止日期${wayWords(months)}${lengthWords({ months, days: 0 })}再${days < 0 ? '提前' : '推后'}${lengthWords({ months: 0, days })}`;
  }
  return way === 0 ? '截止日期' : `截止日期${wayWords(way)}${lengthWords(distance)}`;
}

/** The time between two relative dates, for what happens in it: 截止日期后 12 个月内. */
export function windowWords(from: Distance, to: Distance): string {
  const [start, end] = [direction(from), direction(to)];
  if (start === 0 && end === 0) return '截止日期当日';
  if (start === 0 && end === 1) return `截止日期后${lengthWords(to)}内`;
  if (start === -1 && end === 0) return `截止日期前${lengthWords(from)}内`;
  if (start === null || end === null || start === end) return '';
  return `截止日期前${lengthWords(from)}至后${lengthWords(to)}内`;
}

function wayWords(way: number): string {
  return way < 0 ? '前' : '后';
}
