import { dayOfMonth, monthIndex, monthOfYear, partOf, yearOf, type DateKey } from '#engine';

/** Full years from one date to another, counted by months; null before the first. */
export function fullYears(from: DateKey | null, asOf: DateKey): number | null {
  if (from === null) return null;
  const months = monthIndex(asOf) - monthIndex(from);
  return months < 0 ? null : Math.trunc(months / 12);
}

/** 周岁 by the day: a year is completed on the day after the birthday. By month when the day of birth is not known. */
export function fullYearsByDay(birth: DateKey | null, asOf: DateKey): number | null {
  if (birth === null || partOf(birth) <= 1) return fullYears(birth, asOf);
  const years = yearOf(asOf) - yearOf(birth);
  const months = monthOfYear(asOf) - monthOfYear(birth);
  const before = months < 0 || (months === 0 && dayOfMonth(asOf) <= dayOfMonth(birth));
  const full = before ? years - 1 : years;
  return full < 0 ? null : full;
}
