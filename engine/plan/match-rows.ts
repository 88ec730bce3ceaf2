import type { Pointer } from '../memory/arena.ts';
import type { Table } from '../table/dataset.ts';
import type { Work } from './run.ts';

const chunk = 65_536;

/**
 * Writes a bitmap row by row, for what no kernel does. `prepare` takes its views anew for each chunk of rows and
 * answers the test of a row.
 */
export function matchRows(
  work: Work,
  table: Table,
  out: Pointer,
  prepare: () => (row: number) => boolean,
): void {
  const { arena } = work.dataset;
  arena.u8(out, table.bitmapBytes).fill(0);
  for (let from = 0; from < table.rows; from += chunk) {
    const matches = prepare();
    const bits = arena.u8(out, table.bitmapBytes);
    const to = Math.min(table.rows, from + chunk);
    for (let row = from; row < to; row++) {
      if (matches(row)) bits[row >>> 3] = (bits[row >>> 3] ?? 0) | (1 << (row & 7));
    }
    work.expired();
  }
}
