import { lowerBound, partOf, type DateKey } from '#engine';

interface Lasting {
  readonly from: DateKey | null;
  readonly to: DateKey | null;
  readonly hasEnded: boolean;
}

/**
 * Is a row held on the day? From its first day on, and no longer on the day on which it ends. What has ended nobody knows
 * when, and what has ended and began nobody knows when, is not held. The same as the fact 是否在任 of the row.
 */
export function isHeld({ from, to, hasEnded }: Lasting, day: DateKey): boolean {
  if (from !== null && lowerBound(from) > day) return false;
  return to === null ? !hasEnded : from !== null && lowerBound(to) > day;
}

/** The first day of a date that may lack its day or month. */
export function firstDay(date: DateKey): DateKey {
  return partOf(date) <= 2 ? date - partOf(date) + 2 : date;
}
