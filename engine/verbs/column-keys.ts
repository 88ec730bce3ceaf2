import { dateText } from '../column/date-key.ts';
import type { FoundContext } from '../plan/context.ts';
import type { KeyedColumn, Keys } from '../table/dataset.ts';
import { refuse } from './refuse.ts';

/** What a row without a value is called where it is counted. */
export const emptyLabel = '未填写';

/** The column of a field, as it looks on the reference date. */
export function keyedColumn(ctx: FoundContext, field: string, path: string): KeyedColumn {
  const column = ctx.column(field);
  if (!column) return refuse(path, `没有“${field.slice(0, 80)}”这个信息项，请重新选择`);
  if (column.table.name !== '') {
    return refuse(
      path,
      `“${column.schema.label}”每人可有多条，不能用来分组、排序和统计，请改用由它得出的信息项`,
    );
  }
  if (column.kind === 'paragraph') {
    return refuse(path, `“${column.schema.label}”是长文字，不能用来分组、排序和统计，请改选其他信息项`);
  }
  return column;
}

/**
 * The keys of rows; 0 is null. Of dates it is the whole date key, of everything else what is stored.
 * The plain loop: `rows.map((row) => key(row))`.
 */
export function gatherKeys(column: KeyedColumn, rows: Uint32Array, out: Uint32Array): void {
  if (column.kind !== 'date') {
    gather(column.keys, rows, out);
    return;
  }
  gather(column.months, rows, out);
  const parts = column.parts.width === 0 ? undefined : column.parts.view();
  for (let index = 0; index < rows.length; index += 1) {
    const month = out[index] ?? 0;
    if (month === 0) continue;
    const part = parts ? (parts[rows[index] ?? 0] ?? 0) : 0;
    out[index] = (month << 6) | (part ^ 1);
  }
}

/** What is stored for rows. */
export function gather(keys: Keys, rows: Uint32Array, out: Uint32Array): void {
  if (keys.width === 0) {
    out.fill(0, 0, rows.length);
    return;
  }
  const view = keys.view();
  for (let index = 0; index < rows.length; index += 1) out[index] = view[rows[index] ?? 0] ?? 0;
}

/** Every key is below this; undefined where keys may be anything. */
export function keyDomain(ctx: FoundContext, column: KeyedColumn): number | undefined {
  switch (column.kind) {
    case 'code':
      return column.dictionary.size;
    case 'unit':
      return ctx.dataset.units.size;
    case 'text':
      return column.pool.size;
    case 'number':
      return column.keys.width === 4 ? undefined : 1 << (8 * column.keys.width);
    case 'date':
      return undefined;
  }
}

/** The value of a key that is not 0: the code, the unit's id, the text, the number, the date as it is written. */
export function valueOfKey(ctx: FoundContext, column: KeyedColumn, key: number): string | number {
  switch (column.kind) {
    case 'code':
      return column.dictionary.codeOf(key);
    case 'unit':
      return ctx.dataset.units.idOf(key);
    case 'text':
      return column.pool.textOf(key);
    case 'number':
      return key - 1 + column.base;
    case 'date':
      return dateText(key);
  }
}

/** How the value of a key is shown. */
export function labelOfKey(ctx: FoundContext, column: KeyedColumn, key: number): string {
  if (column.kind === 'code') return column.dictionary.labelOf(key);
  if (column.kind === 'unit') return ctx.dataset.units.nameOf(key);
  return String(valueOfKey(ctx, column, key));
}
