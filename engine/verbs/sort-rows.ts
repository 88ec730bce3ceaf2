import type { FoundContext } from '../plan/context.ts';
import { radixSort } from './radix.ts';
import { emptyRank, gatherRanks, type SortLevel } from './sort-level.ts';

/**
 * Sorts a list of rows, given by row number; what is equal in all steps keeps that order. The last step is sorted first:
 * the sort is stable, so each one leaves the order of those behind it.
 * The plain loop: `rows.sort((a, b) => rank1(a) - rank1(b) || rank2(a) - rank2(b) || a - b)`.
 */
export function sortRows(
  ctx: FoundContext,
  rows: Uint32Array<ArrayBuffer>,
  levels: readonly SortLevel[],
): Uint32Array<ArrayBuffer> {
  const { length } = rows;
  if (length < 2) return rows;
  const ranks = new Uint32Array(length);
  const spareRanks = new Uint32Array(length);
  let sorted = rows;
  let spare = new Uint32Array(length);
  for (const level of levels.toReversed()) {
    gatherRanks(level, sorted, ranks);
    closeGap(ranks);
    const done = radixSort(ranks, sorted, spareRanks, spare);
    sorted = done.rows;
    spare = done.spareRows;
    ctx.expired();
  }
  return sorted;
}

/** Lets the empty follow the last rank, which saves the sort the digits between. */
function closeGap(ranks: Uint32Array): void {
  let most = 0;
  let empties = 0;
  for (let index = 0; index < ranks.length; index += 1) {
    const rank = ranks[index] ?? 0;
    if (rank === emptyRank) empties += 1;
    else if (rank > most) most = rank;
  }
  if (empties === 0) return;
  const last = most + 1;
  for (let index = 0; index < ranks.length; index += 1) {
    if (ranks[index] === emptyRank) ranks[index] = last;
  }
}
