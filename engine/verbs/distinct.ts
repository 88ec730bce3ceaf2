import type { FacetValue } from '../ask.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { keyedColumn, labelOfKey, valueOfKey } from './column-keys.ts';
import { countKeys } from './count-keys.ts';
import { radixSort } from './radix.ts';

/** Counts from here on are told apart by sorting. */
const mostTallied = 65_535;

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
  if (keys[0] === 0) counts[0] = 0;
  let order = frequent(counts, limit);
  if (column.kind === 'text') {
    const places = column.pool.ranks();
    order = sortBy(order, (index) => places[keys[index] ?? 0] ?? 0);
  }
  const indexes = sortBy(order, (index) => count - (counts[index] ?? 0));
  return Array.from(indexes.subarray(0, Math.max(0, limit)), (index) => {
    const key = keys[index] ?? 0;
    return {
      value: valueOfKey(ctx, column, key),
      label: labelOfKey(ctx, column, key),
      count: counts[index] ?? 0,
    };
  });
}

/** The places of counts that can be among the `limit` greatest, those that are as great as the last of them included. */
function frequent(counts: Uint32Array, limit: number): Uint32Array<ArrayBuffer> {
  const tally = new Uint32Array(mostTallied + 1);
  for (const count of counts) {
    const at = Math.min(count, mostTallied);
    tally[at] = (tally[at] ?? 0) + 1;
  }
  let least = mostTallied;
  let many = tally[least] ?? 0;
  while (many < limit && least > 1) {
    least -= 1;
    many += tally[least] ?? 0;
  }
  const places = new Uint32Array(many);
  let next = 0;
  for (let index = 0; index < counts.length; index += 1) {
    if ((counts[index] ?? 0) < least) continue;
    places[next] = index;
    next += 1;
  }
  return places;
}

function sortBy(places: Uint32Array<ArrayBuffer>, by: (place: number) => number): Uint32Array<ArrayBuffer> {
  const { length } = places;
  return radixSort(places.map(by), places, new Uint32Array(length), new Uint32Array(length)).rows;
}
