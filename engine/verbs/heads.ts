import type { FoundContext } from '../plan/context.ts';
import { keyDomain, type KeyedColumn } from './column-keys.ts';
import { refuse } from './refuse.ts';

const mostHeads = 1000;

/**
 * Groups by heads: the keys of the heads, and by key the number of the first head (from 1) that has it or one above it;
 * keys under no head are in the group behind the last.
 */
export function headTable(
  ctx: FoundContext,
  column: KeyedColumn,
  heads: readonly string[],
  path: string,
): { readonly keys: readonly number[]; readonly table: Uint32Array<ArrayBuffer> } {
  const { label } = column.schema;
  if (column.kind !== 'code' && column.kind !== 'unit') {
    return refuse(path, `“${label}”不是代码或机构，不能按上级归并`);
  }
  if (heads.length === 0) return refuse(path, '请至少选择一个值');
  if (heads.length > mostHeads) return refuse(path, `选择的值超过了 ${mostHeads} 个，请减少`);
  const table = new Uint32Array(keyDomain(ctx, column) ?? 1).fill(heads.length + 1);
  table[0] = 0;
  const keys = heads.map((head, index) => {
    const key = column.kind === 'code' ? column.dictionary.keyOf(head) : ctx.dataset.units.keyOf(head);
    if (key === undefined) return refuse(`${path}[${index}]`, `“${label}”没有“${head.slice(0, 80)}”这个值`);
    return key;
  });
  // Backwards, so that the first head that has a key is the last to write.
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const key = keys[index] ?? 0;
    if (column.kind === 'unit') table.fill(index + 1, key, ctx.dataset.units.lastOf(key) + 1);
    else for (const below of column.dictionary.within(heads[index] ?? '')) table[below] = index + 1;
  }
  return { keys, table };
}
