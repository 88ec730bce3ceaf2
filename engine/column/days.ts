import { dayOfMonth, monthOfYear, yearOf, type DateKey } from './date-key.ts';

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Is it the last day of its month? */
export function endsMonth(day: DateKey): boolean {
  return dayOfMonth(day) === daysInMonth(yearOf(day), monthOfYear(day));
}
