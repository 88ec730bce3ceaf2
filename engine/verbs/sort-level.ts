import type { SortKey } from '../ask.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import type { Keys, TextPool } from '../table/dataset.ts';
import { gather, keyedColumn } from './column-keys.ts';
import { refuse } from './refuse.ts';

/** The rank of rows without a value: behind all others, whichever the direction. */
export const emptyRank = 0xffffffff;

const mostKeys = 8;

/** The place of a stored part in the order of parts: year, month, days. */
const partPlaces = Uint32Array.from({ length: 256 }, (_, key) => (key ^ 1) + 1);

/**
 * A step of an order: every row has a rank, and the lower one comes first. `order` says what the key stands for: keys
 * as they are, places in the order of a pool of texts, or the part of a date beside its month.
 */
export interface SortLevel {
  readonly keys: Keys;
  readonly descending: boolean;
  readonly order:
    | { readonly by: 'key' }
    | { readonly by: 'text'; readonly pool: TextPool }
    | { readonly by: 'part' };
}

/** The steps of an order; dates are two steps, the month and then the rest. */
export function sortLevels(ctx: FoundContext, sort: readonly SortKey[]): readonly SortLevel[] {
  if (sort.length > mostKeys) return refuse('sort', `排序项超过了 ${mostKeys} 个，请减少`);
  return sort.flatMap((key, index): SortLevel[] => {
    const column = keyedColumn(ctx, key.field, `sort[${index}].field`);
    const descending = key.descending ?? false;
    if (column.kind === 'text') {
      return [{ keys: column.keys, descending, order: { by: 'text', pool: column.pool } }];
    }
    if (column.kind !== 'date') return [{ keys: column.keys, descending, order: { by: 'key' } }];
    const months: SortLevel = { keys: column.months, descending, order: { by: 'key' } };
    const parts: SortLevel = { keys: column.parts, descending, order: { by: 'part' } };
    return column.parts.width === 0 ? [months] : [months, parts];
  });
}

/** The ranks of rows. The plain loop: `rows.map((row) => rank(key(row)))`. */
export function gatherRanks(level: SortLevel, rows: Uint32Array, out: Uint32Array): void {
  gather(level.keys, rows, out);
  const { order, descending } = level;
  if (order.by === 'text') {
    const places = order.pool.ranks();
    for (let index = 0; index < rows.length; index += 1) {
      const place = places[out[index] ?? 0] ?? 0;
      out[index] = descending ? ~place : place - 1;
    }
    return;
  }
  // A part is never empty: only rows of equal months are compared by it.
  const shift = order.by === 'part' ? 1 : 0;
  for (let index = 0; index < rows.length; index += 1) {
    const place = ((out[index] ?? 0) ^ shift) + shift;
    out[index] = descending ? ~place : place - 1;
  }
}

/** Writes into `out` the rows of `bits` whose rank is at most this. The plain loop: `rows.filter(atMost)`. */
export function rowsAtMost(
  ctx: FoundContext,
  level: SortLevel,
  rank: number,
  bits: Pointer,
  out: Pointer,
): void {
  const { arena, root } = ctx.dataset;
  arena.u8(out, root.bitmapBytes).set(arena.u8(bits, root.bitmapBytes));
  if (rank === emptyRank) return;
  const { keys, descending, order } = level;
  if (order.by !== 'key' && keys.width > 0) {
    keepMatching(ctx, level, rank, out);
    return;
  }
  const low = descending ? ~rank >>> 0 : 1;
  const high = descending ? emptyRank : rank + 1;
  keepRange(ctx, keys, low, high, out);
}

function keepRange(ctx: FoundContext, keys: Keys, low: number, high: number, out: Pointer): void {
  const { arena, kernel, root } = ctx.dataset;
  const most = keys.width === 0 ? 0 : 2 ** (8 * keys.width) - 1;
  if (low > most) {
    arena.u8(out, root.bitmapBytes).fill(0);
    return;
  }
  const top = Math.min(high, most);
  if (keys.width === 1) kernel.range8(keys.pointer, root.rows, low, top, out, 1);
  else if (keys.width === 2) kernel.range16(keys.pointer, root.rows, low, top, out, 1);
  else kernel.range32(keys.pointer, root.rows, low, top, out, 1);
}

/** For ranks that do not go with the keys: a set of the keys whose rank is low enough. */
function keepMatching(ctx: FoundContext, level: SortLevel, rank: number, out: Pointer): void {
  const { arena, kernel, root } = ctx.dataset;
  const { keys, order } = level;
  const domain = order.by === 'text' ? order.pool.size : 256;
  const bytes = Math.max(256, Math.ceil(domain / 128) * 16);
  const block = ctx.scratch.take(bytes);
  // The order of a pool may allocate: views come after it.
  const places = order.by === 'text' ? order.pool.ranks() : partPlaces;
  const low = level.descending ? ~rank >>> 0 : 1;
  const high = level.descending ? emptyRank : rank + 1;
  const set = arena.u8(block, bytes).fill(0);
  if (keys.width === 1) {
    for (let key = 0; key < Math.min(domain, 256); key += 1) {
      const place = places[key] ?? 0;
      if (place >= low && place <= high) set[key] = 1;
    }
    kernel.inSet8(keys.pointer, root.rows, block, out, 1);
  } else {
    for (let key = 0; key < domain; key += 1) {
      const place = places[key] ?? 0;
      if (place >= low && place <= high) set[key >>> 3] = (set[key >>> 3] ?? 0) | (1 << (key & 7));
    }
    if (keys.width === 2) kernel.inSet16(keys.pointer, root.rows, block, domain, out, 1);
    else kernel.inSet32(keys.pointer, root.rows, block, domain, out, 1);
  }
  ctx.scratch.give(block, bytes);
}
