import { dayKey, dayOfMonth, monthIndex, yearOf, type DateKey, daysInMonth } from '../column/date-key.ts';
import type { RelativeDate } from './question.ts';

const firstDay = dayKey(1800, 1, 1);
const lastDay = dayKey(2199, 12, 31);

/**
 * The reference date moved: by years and months first, a day that the month does not have becoming its last one, then
 * by days. Dates beyond those that can be written stop at the first and last of them.
 */
export function movedDate(asOf: DateKey, by: RelativeDate): DateKey {
  const month = monthIndex(asOf) + (by.years ?? 0) * 12 + (by.months ?? 0);
  if (month < monthIndex(firstDay)) return firstDay;
  if (month > monthIndex(lastDay)) return lastDay;
  const year = yearOf(month * 64);
  const monthOfYear = ((month - 1) % 12) + 1;
  const day = Math.min(dayOfMonth(asOf), daysInMonth(year, monthOfYear));
  return addDays(year, monthOfYear, day, by.days ?? 0);
}

function addDays(year: number, month: number, day: number, days: number): DateKey {
  if (days === 0) return dayKey(year, month, day);
  const date = new Date(Date.UTC(year, month - 1, day + days));
  const moved = date.getUTCFullYear();
  if (moved < 1800) return firstDay;
  // A date that JavaScript cannot hold compares as false with everything.
  if (!(moved <= 2199)) return days < 0 ? firstDay : lastDay;
  return dayKey(moved, date.getUTCMonth() + 1, date.getUTCDate());
}
