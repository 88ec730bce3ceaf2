import { datePartsOf } from '../../calendar/partial-date.ts';
import { figure, quoted } from './writing.ts';

/** 2020 年 6 月 */
export function dateWords(date: string): string {
  const parts = datePartsOf(date);
  if (!parts) return quoted(date);
  const month = parts.month === undefined ? '' : `${figure(parts.month)}月`;
  const day = parts.day === undefined ? '' : `${figure(parts.day)}日`;
  return `${figure(parts.year)}年${month}${day}`;
}

/** From one date to another: 2018 至 2020 年, 2018 年 1 月以后, 1972 年. */
export function datesBetween(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return `${dateWords(to ?? '')}以前`;
  if (to === undefined) return `${dateWords(from)}以后`;
  if (from === to) return dateWords(from);
  return from.length === 4 && to.length === 4
    ? `${figure(from)}至${dateWords(to)}`
    : `${dateWords(from)}至${dateWords(to)}`;
}
