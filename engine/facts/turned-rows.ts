import { monthIndex, type DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import { matchParts, type DateColumn } from '../plan/match-dates.ts';
import { matchKeys } from '../plan/match-keys.ts';
import type { Work } from '../plan/run.ts';
import type { ChildTable, Column, Table } from '../table/dataset.ts';

const monthsOfYear = 12;

/**
 * Adds to `out` the rows of a table for which one of the dates begins or ends in the months from one day to another:
 * for everybody else whatever is compared with these dates comes out the same on both days. Of people it is those who
 * have such a row in a child table. Bits where no row is there are undefined.
 */
export function addTurned(
  work: Work,
  table: Table,
  columns: readonly Column[],
  one: DateKey,
  other: DateKey,
  out: Pointer,
): void {
  const { dataset, scratch } = work;
  const first = monthIndex(Math.min(one, other));
  const last = monthIndex(Math.max(one, other));
  for (const [from, dates] of Map.groupBy(columns.filter(isDate), (column) => column.table)) {
    const rows = scratch.take(from.bitmapBytes);
    const some = scratch.take(from.bitmapBytes);
    for (const [index, column] of dates.entries()) {
      const into = index === 0 ? rows : some;
      matchTurned(work, column, first, last, into);
      if (index > 0) dataset.kernel.or(rows, some, rows, from.bitmapBytes);
    }
    scratch.give(some, from.bitmapBytes);
    if (from === table) dataset.kernel.or(out, rows, out, table.bitmapBytes);
    else addPeople(work, dataset.child(from.name), rows, out);
    scratch.give(rows, from.bitmapBytes);
  }
}

/** Years begin with their first month, which is what stands in the column, and end eleven later. */
function matchTurned(work: Work, column: DateColumn, first: number, last: number, out: Pointer): void {
  const { table, months, parts } = column;
  matchKeys(work, table, months, [[first, last]], out, 0);
  if (parts.width === 0) return;
  const years = work.scratch.take(table.bitmapBytes);
  const from = Math.max(1, first - monthsOfYear + 1);
  matchParts(work, column, from, last, (part) => part === 0, years, 0);
  work.dataset.kernel.or(out, years, out, table.bitmapBytes);
  work.scratch.give(years, table.bitmapBytes);
}

function addPeople(work: Work, child: ChildTable | undefined, rows: Pointer, out: Pointer): void {
  const { kernel, root } = work.dataset;
  if (!child) throw new Error('a date of no rows');
  kernel.and(rows, child.live, rows, child.bitmapBytes);
  const people = work.scratch.take(root.bitmapBytes);
  kernel.liftAny(child.start, child.length, root.rows, rows, people);
  kernel.or(out, people, out, root.bitmapBytes);
  work.scratch.give(people, root.bitmapBytes);
}

function isDate(column: Column): column is DateColumn {
  return column.kind === 'date';
}
