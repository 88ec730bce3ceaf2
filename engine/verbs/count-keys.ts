import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import type { KeyedColumn, Keys } from '../table/dataset.ts';
import { gatherKeys, keyDomain } from './column-keys.ts';
import { countDates } from './count-dates.ts';
import { eachChunk } from './found-rows.ts';
import { radixSort } from './radix.ts';

/** From so many dates on, a place to count in for each one that there can be pays. */
const manyDates = 4096;

/** The keys that occur, ascending (0, not filled in, included), and how often. */
export interface KeyCounts {
  readonly keys: Uint32Array<ArrayBuffer>;
  readonly counts: Uint32Array<ArrayBuffer>;
}

/**
 * How often each key occurs among the people found.
 * The plain loop: `for (row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1)`.
 */
export function countKeys(ctx: FoundContext, column: KeyedColumn, bits: Pointer, count: number): KeyCounts {
  const domain = keyDomain(ctx, column);
  if (column.kind !== 'date' && domain !== undefined && domain <= 65_536 + 4 * count) {
    return occurring(histogram(ctx, column.keys, domain, bits, count));
  }
  if (column.kind === 'date' && count >= manyDates) return occurring(countDates(ctx, column, bits));
  return runs(allKeys(ctx, column, bits, count));
}

/** `counts[key]` for keys below `domain`. */
export function histogram(
  ctx: FoundContext,
  keys: Keys,
  domain: number,
  bits: Pointer,
  count: number,
): Uint32Array<ArrayBuffer> {
  if (keys.width === 0) {
    const counts = new Uint32Array(domain);
    counts[0] = count;
    return counts;
  }
  const { arena, kernel, root } = ctx.dataset;
  const bytes = domain * 4;
  const block = ctx.scratch.take(bytes);
  arena.u8(block, bytes).fill(0);
  if (keys.width === 1) kernel.histogram8(keys.pointer, bits, root.bitmapBytes, block);
  else if (keys.width === 2) kernel.histogram16(keys.pointer, bits, root.bitmapBytes, block);
  else kernel.histogram32(keys.pointer, bits, root.bitmapBytes, block);
  const counts = arena.u32(block, domain).slice();
  ctx.scratch.give(block, bytes);
  return counts;
}

/** The keys of the people found, in the order of rows. */
export function allKeys(
  ctx: FoundContext,
  column: KeyedColumn,
  bits: Pointer,
  count: number,
): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(count);
  let filled = 0;
  eachChunk(ctx, bits, (rows) => {
    gatherKeys(column, rows, all.subarray(filled, filled + rows.length));
    filled += rows.length;
  });
  return all;
}

function occurring(all: Uint32Array): KeyCounts {
  let many = 0;
  for (const count of all) if (count > 0) many += 1;
  const keys = new Uint32Array(many);
  const counts = new Uint32Array(many);
  let next = 0;
  for (let key = 0; key < all.length; key += 1) {
    const count = all[key] ?? 0;
    if (count === 0) continue;
    keys[next] = key;
    counts[next] = count;
    next += 1;
  }
  return { keys, counts };
}

/** Counts equal keys by sorting them. */
function runs(all: Uint32Array<ArrayBuffer>): KeyCounts {
  const { length } = all;
  const sorted = radixSort(
    all,
    new Uint32Array(length),
    new Uint32Array(length),
    new Uint32Array(length),
  ).keys;
  const keys = new Uint32Array(length);
  const counts = new Uint32Array(length);
  let many = 0;
  for (const key of sorted) {
    if (many > 0 && keys[many - 1] === key) counts[many - 1] = (counts[many - 1] ?? 0) + 1;
    else {
      keys[many] = key;
      counts[many] = 1;
      many += 1;
    }
  }
  return { keys: keys.slice(0, many), counts: counts.slice(0, many) };
}
