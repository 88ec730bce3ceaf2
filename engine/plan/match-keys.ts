import type { Pointer } from '../memory/arena.ts';
import type { Keys, Table } from '../table/dataset.ts';
import { rangeLookup, type KeyRanges } from './key-ranges.ts';
import { matchRows } from './match-rows.ts';
import { constant, intoOwn, type Mode, type Work } from './run.ts';

/** Up to this key a bitmap of the wanted keys (of up to 2 MiB) is made. */
const largestInBits = (1 << 24) - 1;
/** So many ranges are matched one by one. */
const fewRanges = 64;

/** The rows whose key lies in one of the ranges. */
export function matchKeys(
  work: Work,
  table: Table,
  keys: Keys,
  ranges: KeyRanges,
  out: Pointer,
  mode: Mode,
): void {
  const most = keys.width === 0 ? 0 : 2 ** (8 * keys.width) - 1;
  const fitting = ranges.filter(([low]) => low <= most);
  const [first, ...more] = fitting;
  if (!first) constant(work, table, false, out, mode);
  else if (keys.width === 0) constant(work, table, first[0] === 0, out, mode);
  else if (more.length === 0) matchRange(work, table, keys, first[0], Math.min(first[1], most), out, mode);
  else if (keys.width === 1) matchTable(work, table, keys, fitting, out, mode);
  else if (Math.min(fitting.at(-1)?.[1] ?? 0, most) <= largestInBits) {
    matchBits(work, table, keys, fitting, most, out, mode);
  } else matchFar(work, table, keys, fitting, most, out, mode);
}

/** The rows whose key has its bit set; keys from `size` on are not wanted. */
export function matchKeyBits(
  work: Work,
  table: Table,
  keys: Keys,
  bits: Pointer,
  size: number,
  out: Pointer,
  mode: Mode,
): void {
  const { arena, kernel } = work.dataset;
  if (keys.width === 0) constant(work, table, false, out, mode);
  else if (keys.width === 1) {
    const wanted = work.scratch.take(256);
    const bytes = arena.u8(bits, 32);
    arena.u8(wanted, 256).forEach((_, key, all) => {
      all[key] = key < size ? ((bytes[key >>> 3] ?? 0) >>> (key & 7)) & 1 : 0;
    });
    kernel.inSet8(keys.pointer, table.rows, wanted, out, mode);
    work.scratch.give(wanted, 256);
  } else if (keys.width === 2) kernel.inSet16(keys.pointer, table.rows, bits, size, out, mode);
  else kernel.inSet32(keys.pointer, table.rows, bits, size, out, mode);
}

/** Bytes of a bitmap over keys below `size`; never less than the keys of one byte need. */
export function keyBitmapBytes(size: number): number {
  return Math.max(32, Math.ceil(size / 128) * 16);
}

function matchRange(
  { dataset }: Work,
  table: Table,
  keys: Keys,
  low: number,
  high: number,
  out: Pointer,
  mode: Mode,
): void {
  const { kernel } = dataset;
  if (keys.width === 1) kernel.range8(keys.pointer, table.rows, low, high, out, mode);
  else if (keys.width === 2) kernel.range16(keys.pointer, table.rows, low, high, out, mode);
  else kernel.range32(keys.pointer, table.rows, low, high, out, mode);
}

function matchTable(work: Work, table: Table, keys: Keys, ranges: KeyRanges, out: Pointer, mode: Mode): void {
  const wanted = work.scratch.take(256);
  const view = work.dataset.arena.u8(wanted, 256).fill(0);
  for (const [low, high] of ranges) view.fill(1, low, high + 1);
  work.dataset.kernel.inSet8(keys.pointer, table.rows, wanted, out, mode);
  work.scratch.give(wanted, 256);
}

function matchBits(
  work: Work,
  table: Table,
  keys: Keys,
  ranges: KeyRanges,
  most: number,
  out: Pointer,
  mode: Mode,
): void {
  const size = Math.min(ranges.at(-1)?.[1] ?? 0, most) + 1;
  const bytes = keyBitmapBytes(size);
  const bits = work.scratch.take(bytes);
  const view = work.dataset.arena.u8(bits, bytes).fill(0);
  for (const [low, high] of ranges) {
    for (let key = low; key <= high && key < size; key++)
      view[key >>> 3] = (view[key >>> 3] ?? 0) | (1 << (key & 7));
  }
  matchKeyBits(work, table, keys, bits, size, out, mode);
  work.scratch.give(bits, bytes);
}

/** Numbers far apart: range after range, or by looking up every row where they are many. */
function matchFar(
  work: Work,
  table: Table,
  keys: Keys,
  ranges: KeyRanges,
  most: number,
  out: Pointer,
  mode: Mode,
): void {
  intoOwn(work, table, out, mode, (own) => {
    const { kernel } = work.dataset;
    if (ranges.length <= fewRanges) {
      constant(work, table, false, own, 0);
      const one = work.scratch.take(table.bitmapBytes);
      for (const [low, high] of ranges) {
        matchRange(work, table, keys, low, Math.min(high, most), one, 0);
        kernel.or(own, one, own, table.bitmapBytes);
      }
      work.scratch.give(one, table.bitmapBytes);
      return;
    }
    const wanted = rangeLookup(ranges);
    matchRows(work, table, own, () => {
      const values = keys.view();
      return (row) => wanted(values[row] ?? 0);
    });
  });
}
