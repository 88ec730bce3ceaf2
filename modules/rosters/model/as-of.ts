import type { AsOfPolicy } from './roster.ts';

/** The reference date on a day (`2026-11-25`). */
export function asOfDate(policy: AsOfPolicy, today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  switch (policy.kind) {
    case 'today':
      return today;
    case 'date':
      return policy.date;
    case 'lastYear':
      return `${year - 1}-12-31`;
    case 'lastMonth':
      // Day 0 of a month is the last of the one before.
      return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  }
}

/** 2026年11月25日 */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
