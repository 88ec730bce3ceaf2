import type { DateKey } from '#engine';
import type { Career } from './career.ts';
import { firstDay } from './held.ts';

/** The dates of posts and standings, and of the beginning of work, as exact as the records know them. */
export function recordedDates(career: Career): DateKey[] {
  const { posts, standings, level, rank, workStart } = career;
  const dates = [...posts, ...standings].flatMap(({ from, to }) => [from, to]);
  return [...dates, level.since, rank.since, workStart].filter((date) => date !== null);
}

/**
 * A day on which something of the records begins or ends, no more exact than they know it: counting takes a month for
 * its first day, but nobody may read a day that nobody recorded. Of records that begin or end then the least exact tells.
 */
export function asRecorded(day: DateKey, dates: readonly DateKey[]): DateKey {
  const same = dates.filter((date) => firstDay(date) === day);
  return same.length === 0 ? day : Math.min(...same);
}
