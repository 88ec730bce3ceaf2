import { dayOfMonth, daysInMonth, monthOfYear, yearOf, type DateKey } from './date-key.ts';

/** Is it the last day of its month? */
export function endsMonth(day: DateKey): boolean {
  return dayOfMonth(day) === daysInMonth(yearOf(day), monthOfYear(day));
}
