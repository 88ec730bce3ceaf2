/**
 * Months from the month of a stored date (`1972-11`, `1972-11-05`, the January of `1972`) to the month of the reference
 * date; null without a date, or for one to come.
 */
export function completedMonths(date: string, asOf: string): number | null {
  const [, year, month = '01'] = /^(\d{4})(?:-(\d{2}))?/.exec(date) ?? [];
  if (year === undefined) return null;
  const months = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - Number(year) * 12 - Number(month);
  return months < 0 ? null : months;
}
