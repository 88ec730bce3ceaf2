import type { Head } from '../ask.ts';
import type { FoundContext } from '../plan/context.ts';
import type { KeyedColumn } from '../table/dataset.ts';
import { keyDomain } from './column-keys.ts';
import { refuse } from './refuse.ts';

const mostHeads = 1000;

/**
 * Groups by heads: by key the number of the first head (from 1) that has it or one above it; keys under no head are in
 * the group behind the last.
 */
export function headTable(
  ctx: FoundContext,
  column: KeyedColumn,
  heads: readonly Head[],
  path: string,
): Uint32Array<ArrayBuffer> {
  const { label } = column.schema;
  if (column.kind !== 'code' && column.kind !== 'unit') {
    return refuse(path, `“${label}”不是代码或机构，不能按上级归并`);
  }
  if (heads.length === 0) return refuse(path, '请至少设一个组');
  if (heads.length > mostHeads) return refuse(path, `组超过了 ${mostHeads} 个，请减少`);
  const table = new Uint32Array(keyDomain(ctx, column) ?? 1).fill(heads.length + 1);
  table[0] = 0;
  const keyOf = (value: string): number | undefined =>
    column.kind === 'code' ? column.dictionary.keyOf(value) : ctx.dataset.units.keyOf(value);
  const put = (value: string, group: number, place: string): void => {
    const key = keyOf(value);
    if (key === undefined) return refuse(place, `“${label}”没有“${value.slice(0, 80)}”这个值`);
    if (column.kind === 'unit') table.fill(group, key, ctx.dataset.units.lastOf(key) + 1);
    else for (const below of column.dictionary.within(value)) table[below] = group;
  };
  // Backwards, so that the first head that has a key is the last to write.
  for (const [index, { values }] of [...heads.entries()].toReversed()) {
    for (const [place, value] of values.entries())
      put(value, index + 1, `${path}[${index}].values[${place}]`);
  }
  return table;
}
