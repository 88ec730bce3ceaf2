import type { Pointer } from '../memory/arena.ts';
import type { KeyedColumn } from '../table/dataset.ts';
import type { KeyRanges } from './key-ranges.ts';
import { dateKeys, matchDateRanges } from './match-dates.ts';
import { matchKeys } from './match-keys.ts';
import type { Mode, Work } from './run.ts';

/** "Not filled in" as ranges of keys. */
export const notFilledIn: KeyRanges = [[0, 0]];

/** The rows whose key lies in one of the ranges; of dates it is the whole date key. */
export function matchColumn(
  work: Work,
  column: KeyedColumn,
  ranges: KeyRanges,
  out: Pointer,
  mode: Mode,
): void {
  if (column.kind !== 'date') matchKeys(work, column.table, column.keys, ranges, out, mode);
  else if (ranges.at(-1)?.[1] === 0) matchKeys(work, column.table, column.months, ranges, out, mode);
  else matchDateRanges(work, column, ranges, out, mode);
}

/** Reads the keys that `matchColumn` matches, row by row; good until memory grows. */
export function keysOf(column: KeyedColumn): (row: number) => number {
  if (column.kind === 'date') return dateKeys(column);
  const keys = column.keys.view();
  return (row) => keys[row] ?? 0;
}
