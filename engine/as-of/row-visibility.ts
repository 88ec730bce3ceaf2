import {
  dayKey,
  daysInMonth,
  lowerBound,
  monthOfYear,
  partOf,
  yearOf,
  type DateKey,
} from '../column/date-key.ts';
import type { Visibility } from '../table/schema.ts';

/** Does a row with these dates count on the reference date? */
export function isVisible(
  visibility: Visibility,
  from: DateKey | null,
  until: DateKey | null,
  asOf: DateKey,
): boolean {
  if (from !== null && (visibility.at === 'end' ? lastDay(from) : lowerBound(from)) > asOf) return false;
  return until === null || lowerBound(until) > asOf;
}

/** The last day of a partial date. */
function lastDay(date: DateKey): DateKey {
  const part = partOf(date);
  if (part > 1) return date;
  const year = yearOf(date);
  const month = part === 0 ? 12 : monthOfYear(date);
  return dayKey(year, month, daysInMonth(year, month));
}
