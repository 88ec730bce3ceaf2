import { largestRemainder } from '#engine';
import type { TableAnswer } from './contracts.ts';

type Shares = readonly (number | null)[];

/** Parts of a whole: they add up to 100.0; nulls where there is nobody. */
function parts(counts: readonly number[], total: number): Shares {
  return largestRemainder(counts, total) ?? counts.map(() => null);
}

/** Each number by itself: marks overlap, so nothing has to add up. */
function ratios(counts: readonly number[], total: number): Shares {
  return counts.map((count) => (total > 0 ? Math.round((count * 1000) / total) / 10 : null));
}

/** The shares of a line of cells in their total, group by group. */
export function lineShares(
  groups: TableAnswer['groups'],
  line: readonly number[],
  total: number,
): (number | null)[] {
  let from = 0;
  return groups.flatMap(({ kind, columns }) => {
    const own = line.slice(from, from + columns.length);
    from += columns.length;
    return kind === 'partition' ? parts(own, total) : ratios(own, total);
  });
}

/** The share of each row in all people counted. */
export function rowShares(totals: readonly number[], count: number): (number | null)[] {
  return [...parts(totals, count)];
}
