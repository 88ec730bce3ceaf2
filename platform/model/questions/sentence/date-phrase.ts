import type { BetweenCondition, Bound, RelativeDate } from '#engine';
import type { Phrase } from './phrase.ts';
import { datesBetween } from './date-words.ts';
import {
  boundWords,
  direction,
  distanceOf,
  isRelative,
  lengthWords,
  windowWords,
  type Distance,
} from './relative-words.ts';
import { figure } from './writing.ts';

/** Labels of dates on which something happens; what happens is the label without 时间 or 日期. */
const event =
  /^(.*(?:出生|参加工作|入党|任职|免职|入学|毕业|毕（肄）业|退休|到龄|任.*职务层次|任.*职级|任现职.*|现职级))(?:时间|日期)$/;

/** A range of dates: 1970 年以后出生, 任现职已满 24 个月, 影响期至截止日期以后. */
export function datePhrase(label: string, { from, to }: BetweenCondition, negated: boolean): Phrase {
  const happens = happeningOf(label);
  const not = negated ? '不' : '';
  if (happens === undefined) {
    const verb = label.endsWith('至') && !negated ? '' : `${not}在`;
    return { subject: label, says: `${verb}${rangeWords(from, to)}` };
  }
  const lasting = (happens === '出生' ? birthWords : lastingWords)({ happens, from, to, negated });
  if (lasting) return { subject: '', says: lasting };
  const when = rangeWords(from, to);
  const says = `${negated ? '不是' : ''}${when.endsWith('内') ? '在' : ''}${when}${happens}`;
  return { subject: '', says, isTime: true };
}

/** Dates of a list: 1972 年或 1973 年出生. */
export function datesPhrase(label: string, dates: string, negated: boolean): Phrase {
  const happens = happeningOf(label);
  return happens === undefined
    ? { subject: label, says: `${negated ? '不' : ''}在${dates}` }
    : { subject: '', says: `${negated ? '不是' : ''}${dates}${happens}`, isTime: true };
}

/** 任职 of 任职时间; undefined where a date is not when something happens. */
function happeningOf(label: string): string | undefined {
  return event.exec(label)?.[1]?.replace(/^法定退休$/, '到法定退休年龄');
}

/** 2018 年以后, 截止日期后 12 个月内 */
export function rangeWords(from: Bound | undefined, to: Bound | undefined): string {
  if (isRelative(from) && isRelative(to)) {
    const window = windowWords(distanceOf(from), distanceOf(to));
    if (window) return window;
  }
  if (!isRelative(from) && !isRelative(to)) return datesBetween(textOf(from), textOf(to));
  if (from === undefined) return `${boundWords(to ?? {})}以前`;
  if (to === undefined) return `${boundWords(from)}${before(from) ? '以来' : '以后'}`;
  return `${boundWords(from)}至${boundWords(to)}`;
}

function textOf(bound: Exclude<Bound, RelativeDate> | undefined): string | undefined {
  return bound === undefined ? undefined : String(bound);
}

/** What happens, between which dates, or not between them. */
interface Happening {
  readonly happens: string;
  readonly from: Bound | undefined;
  readonly to: Bound | undefined;
  readonly negated: boolean;
}

/** What began so long before the reference date has lasted so long: 任现职已满 24 个月. */
function lastingWords({ happens, from, to, negated }: Happening): string | null {
  const longest = before(from);
  const shortest = before(to);
  if (from === undefined && shortest) return `${happens}${negated ? '未满' : '已满'}${lengthWords(shortest)}`;
  if (to === undefined && longest) return `${happens}${negated ? '超过' : '不超过'}${lengthWords(longest)}`;
  if (!longest || !shortest) return null;
  return negated
    ? `${happens}未满${lengthWords(shortest)}或超过${lengthWords(longest)}`
    : `${happens}已满${lengthWords(shortest)}、不超过${lengthWords(longest)}`;
}

/** A bound that lies before the reference date. */
function before(bound: Bound | undefined): Distance | null {
  const distance = isRelative(bound) ? distanceOf(bound) : null;
  return distance && direction(distance) === -1 ? distance : null;
}

/** Birthdays: who was born 60 years before a day turns 60 on it. */
function birthWords({ from, to, negated }: Happening): string | null {
  if (to === undefined) {
    const age = yearsBefore(from);
    return age === null ? null : `${negated ? '不' : ''}在截止日期当日或以后年满${figure(age)}周岁`;
  }
  if (from === undefined) {
    const age = yearsBefore(to);
    return age === null ? null : `${negated ? '未满' : '已年满'}${figure(age)}周岁`;
  }
  if (!isRelative(from) || !isRelative(to) || from.years === undefined || to.years === undefined) return null;
  const years = from.years === to.years ? -from.years : -to.years;
  const start = { ...from, years: from.years + years };
  const end = { ...to, years: to.years + years };
  const window = years > 0 ? windowWords(distanceOf(start), distanceOf(end)) : '';
  return window ? `${negated ? '不' : ''}在${window}年满${figure(years)}周岁` : null;
}

/** How many whole years a bound lies before the reference date. */
function yearsBefore(bound: Bound | undefined): number | null {
  const distance = before(bound);
  return distance && distance.days === 0 && distance.months % 12 === 0 ? -distance.months / 12 : null;
}
