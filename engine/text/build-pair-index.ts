import type { Arena } from '../memory/arena.ts';
import { isWide } from './fold.ts';
import { letterTable } from './letters.ts';
import { asBitmap, bitmapBytesOf, type SavedPairIndex } from './pair-index.ts';
import { bytesField, lastField, offsetField, PairTable } from './pair-table.ts';

/** The texts of rows, as they are now. */
export interface IndexedTexts {
  readonly rows: number;
  /** The units of a row; undefined for rows that are to be left out. Good until memory grows. */
  unitsOf(row: number): Uint16Array | undefined;
}

const rowsPerStep = 2048;

/**
 * Goes through all texts twice, once to see how long each pair's list of rows becomes and once to write it. A row that
 * is left out the second time only makes lists shorter.
 */
export function* buildPairIndex(arena: Arena, texts: IndexedTexts): Generator<void, SavedPairIndex> {
  const table = new PairTable();
  for (let from = 0; from < texts.rows; from += rowsPerStep) {
    measure(table, texts, from, Math.min(from + rowsPerStep, texts.rows));
    yield;
  }
  const keys = table.sortedKeys();
  const listBytes = layOut(table, keys, bitmapBytesOf(texts.rows));
  const lists = arena.allocate(listBytes);
  const wide: number[] = [];
  yield;
  for (let from = 0; from < texts.rows; from += rowsPerStep) {
    const to = Math.min(from + rowsPerStep, texts.rows);
    write(table, texts, from, to, arena.u8(lists, listBytes), wide);
    yield;
  }
  return { rows: texts.rows, ...directory(arena, table, keys), lists, listBytes, wide };
}

function measure(table: PairTable, texts: IndexedTexts, from: number, to: number): void {
  const letters = letterTable();
  for (let row = from; row < to; row++) {
    const units = texts.unitsOf(row);
    if (!units) continue;
    let first = units[0] ?? 0;
    for (let at = 1; at <= units.length; at++) {
      const second = at < units.length ? (units[at] ?? 0) : 0;
      const key = ((first << 16) | second) >>> 0;
      if (letters[first] === 1 || letters[second] === 1) {
        const entry = table.entryOf(key);
        const { words } = table;
        const last = words[entry + lastField] ?? 0;
        if (last !== row + 1) {
          words[entry + lastField] = row + 1;
          words[entry + bytesField] = (words[entry + bytesField] ?? 0) + gapBytes(row - last);
        }
      }
      first = second;
    }
  }
}

/** Gives every pair its place, in the order of keys; answers the bytes of all. */
function layOut(table: PairTable, keys: Uint32Array, bitmapBytes: number): number {
  let offset = 0;
  for (const key of keys) {
    const entry = table.entryOf(key);
    const bytes = table.words[entry + bytesField] ?? 0;
    const dense = bytes >= bitmapBytes;
    if (dense) offset = Math.ceil(offset / 16) * 16;
    table.words[entry + lastField] = 0;
    table.words[entry + bytesField] = dense ? asBitmap : offset;
    table.words[entry + offsetField] = offset;
    offset += dense ? bitmapBytes : bytes;
  }
  return offset;
}

/** Writes the lists of pairs, and notes the rows with 全角 letters or digits. */
function write(
  table: PairTable,
  texts: IndexedTexts,
  from: number,
  to: number,
  lists: Uint8Array,
  wide: number[],
): void {
  const letters = letterTable();
  const { words } = table;
  for (let row = from; row < to; row++) {
    const units = texts.unitsOf(row);
    if (!units) continue;
    let first = units[0] ?? 0;
    let hasWide = false;
    for (let at = 1; at <= units.length; at++) {
      const second = at < units.length ? (units[at] ?? 0) : 0;
      const key = ((first << 16) | second) >>> 0;
      hasWide ||= isWide(first);
      if (letters[first] === 1 || letters[second] === 1) {
        const entry = table.entryOf(key);
        const last = words[entry + lastField] ?? 0;
        const bytes = words[entry + bytesField] ?? 0;
        if (last !== row + 1) {
          words[entry + lastField] = row + 1;
          if (bytes === asBitmap) {
            const byte = (words[entry + offsetField] ?? 0) + (row >>> 3);
            lists[byte] = (lists[byte] ?? 0) | (1 << (row & 7));
          } else words[entry + bytesField] = writeGap(lists, bytes, row - last);
        }
      }
      first = second;
    }
    if (hasWide) wide.push(row);
  }
}

function directory(arena: Arena, table: PairTable, sorted: Uint32Array) {
  const pairs = sorted.length;
  const [keys, offsets, sizes] = [
    arena.allocate(pairs * 4),
    arena.allocate(pairs * 4),
    arena.allocate(pairs * 4),
  ];
  arena.u32(keys, pairs).set(sorted);
  const offsetOf = arena.u32(offsets, pairs);
  const sizeOf = arena.u32(sizes, pairs);
  sorted.forEach((key, place) => {
    const entry = table.entryOf(key);
    const offset = table.words[entry + offsetField] ?? 0;
    const end = table.words[entry + bytesField] ?? 0;
    offsetOf[place] = offset;
    sizeOf[place] = end === asBitmap ? asBitmap : end - offset;
  });
  return { pairs, keys, offsets, sizes };
}

function gapBytes(gap: number): number {
  return gap < 0x80 ? 1 : gap < 0x4000 ? 2 : gap < 0x200000 ? 3 : 4;
}

/** Answers the place behind it. */
function writeGap(lists: Uint8Array, at: number, gap: number): number {
  let rest = gap;
  let place = at;
  while (rest >= 0x80) {
    lists[place++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  lists[place++] = rest;
  return place;
}
