import { monthIndex, partOf, type DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import type { Column, Keys, Table } from '../table/dataset.ts';
import { rangeLookup, type KeyRanges } from './key-ranges.ts';
import { matchKeys } from './match-keys.ts';
import { matchRows } from './match-rows.ts';
import { constant, intoOwn, type Mode, type Work } from './run.ts';

export type DateColumn = Extract<Column, { kind: 'date' }>;

/** Every date that can be stored lies between these. */
export const firstKey: DateKey = 1 << 6;
export const lastKey: DateKey = (4800 << 6) + 63;

/** Greater than every part. */
const parts = 64;
/** So many ranges are matched one by one. */
const fewRanges = 16;

/**
 * The rows whose date key lies between two others, both included; rows without a date do not. Dates are stored apart as
 * months and what is known beside the month, and most columns know nothing beside: then it is one range of months.
 */
export function matchDates(
  work: Work,
  column: DateColumn,
  low: DateKey,
  high: DateKey,
  out: Pointer,
  mode: Mode,
): void {
  const { table, months } = column;
  const from = Math.max(low, firstKey);
  const to = Math.min(high, lastKey);
  let first = monthIndex(from);
  let last = monthIndex(to);
  if (column.parts.width === 0) {
    // Every part is 1, a month.
    if (partOf(from) > 1) first++;
    if (partOf(to) < 1) last--;
    matchMonths(work, table, months, first, last, out, mode);
    return;
  }
  if (from > to) {
    constant(work, table, false, out, mode);
    return;
  }
  matchMonths(work, table, months, first, last, out, mode);
  if (partOf(from) > 0) remove(work, column, first, (part) => part < partOf(from), out);
  if (partOf(to) < parts - 1) remove(work, column, last, (part) => part > partOf(to), out);
}

/** The rows whose month index lies between two others, and whose part is one of those wanted. */
export function matchParts(
  work: Work,
  column: DateColumn,
  first: number,
  last: number,
  wanted: (part: number) => boolean,
  out: Pointer,
  mode: Mode,
): void {
  const { table } = column;
  matchMonths(work, table, column.months, first, last, out, mode);
  if (column.parts.width === 0) {
    if (!wanted(1)) constant(work, table, false, out, mode);
    return;
  }
  const all = Array.from({ length: parts }, (_, part) => part).filter(wanted);
  const { arena, kernel } = work.dataset;
  const set = work.scratch.take(256);
  const view = arena.u8(set, 256).fill(0);
  // Parts are stored with the lowest bit turned, so that a month is 0.
  for (const part of all) view[part ^ 1] = 1;
  kernel.inSet8(column.parts.pointer, table.rows, set, out, 1);
  work.scratch.give(set, 256);
}

/** Takes the rows of one month with certain parts out of a bitmap. */
function remove(
  work: Work,
  column: DateColumn,
  month: number,
  unwanted: (part: number) => boolean,
  out: Pointer,
): void {
  const bytes = column.table.bitmapBytes;
  const edge = work.scratch.take(bytes);
  matchParts(work, column, month, month, unwanted, edge, 0);
  work.dataset.kernel.andNot(out, edge, out, bytes);
  work.scratch.give(edge, bytes);
}

function matchMonths(
  work: Work,
  table: Table,
  months: Keys,
  first: number,
  last: number,
  out: Pointer,
  mode: Mode,
): void {
  if (first > last) constant(work, table, false, out, mode);
  else matchKeys(work, table, months, [[first, last]], out, mode);
}

/** Dates in one of several ranges of keys. */
export function matchDateRanges(
  work: Work,
  column: DateColumn,
  ranges: KeyRanges,
  out: Pointer,
  mode: Mode,
): void {
  const [only, ...more] = ranges;
  if (only && more.length === 0) {
    matchDates(work, column, only[0], only[1], out, mode);
    return;
  }
  const { table } = column;
  intoOwn(work, table, out, mode, (own) => {
    if (ranges.length > fewRanges) {
      const wanted = rangeLookup(ranges);
      matchRows(work, table, own, () => {
        const key = dateKeys(column);
        return (row) => wanted(key(row));
      });
      return;
    }
    constant(work, table, false, own, 0);
    const one = work.scratch.take(table.bitmapBytes);
    for (const [low, high] of ranges) {
      matchDates(work, column, low, high, one, 0);
      work.dataset.kernel.or(own, one, own, table.bitmapBytes);
    }
    work.scratch.give(one, table.bitmapBytes);
  });
}

/** Reads date keys, 0 where there is no date; good until memory grows. */
export function dateKeys(column: DateColumn): (row: number) => DateKey {
  const months = column.months.view();
  const parts = column.parts.view();
  return (row) => {
    const month = months[row] ?? 0;
    return month === 0 ? 0 : (month << 6) | ((parts[row] ?? 0) ^ 1);
  };
}
