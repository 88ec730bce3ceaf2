import type { FacetValue } from '../ask.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { keyedColumn, labelOfKey, valueOfKey } from './column-keys.ts';
import { countKeys } from './count-keys.ts';
import { radixSort } from './radix.ts';

/**
 * The different values of a field, most frequent first, equally frequent ones in the order of the field; people without
 * a value do not count.
 * The plain loop: `sort(group(values), byCountThenOrder).slice(0, limit)`.
 */
export function distinctOfFound(
  ctx: FoundContext,
  field: string,
  limit: number,
  bits: Pointer,
  count: number,
): readonly FacetValue[] {
  const column = keyedColumn(ctx, field, 'field');
  const { keys, counts } = countKeys(ctx, column, bits, count);
  const { length } = keys;
  let order = { rows: keys.map((_, index) => index), spareRows: new Uint32Array(length) };
  if (column.kind === 'text') {
    const places = column.pool.ranks();
    order = sortBy(order, (index) => places[keys[index] ?? 0] ?? 0);
  }
  order = sortBy(order, (index) => count - (counts[index] ?? 0));
  const indexes = order.rows.filter((index) => keys[index] !== 0);
  return Array.from(indexes.subarray(0, Math.max(0, limit)), (index) => {
    const key = keys[index] ?? 0;
    return {
      value: valueOfKey(ctx, column, key),
      label: labelOfKey(ctx, column, key),
      count: counts[index] ?? 0,
    };
  });
}

interface Order {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly spareRows: Uint32Array<ArrayBuffer>;
}

function sortBy({ rows, spareRows }: Order, placeOf: (index: number) => number): Order {
  return radixSort(rows.map(placeOf), rows, new Uint32Array(rows.length), spareRows);
}
