import type { KeyedColumn } from '../table/dataset.ts';

/**
 * What the rows and keys of a column mean at the moment: what was kept of them is good while all parts are the same. The
 * first part is about the rows, the others about the keys; that units have got other keys has to be told apart.
 */
export function meaningOf(column: KeyedColumn): readonly unknown[] {
  const { layout } = column.table;
  if (column.kind === 'code') return [layout, column.dictionary];
  if (column.kind === 'text') return [layout, column.pool];
  return column.kind === 'number' ? [layout, column.base] : [layout];
}

/** Is what was kept under `before` still good? */
export function meansTheSame(before: readonly unknown[], column: KeyedColumn): boolean {
  return meaningOf(column).every((part, at) => part === before[at]);
}
