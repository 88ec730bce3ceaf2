import type { Table } from '../table/dataset.ts';

/**
 * Rows for which there is to be room in what is kept beside a table: somewhat more than it has, so that not every patch
 * which adds a row has to move the whole. A multiple of 128.
 */
export function rowRoom({ rows, bitmapBytes }: Table): number {
  return bitmapBytes * 8 + 128 * (4 + (rows >>> 13));
}
