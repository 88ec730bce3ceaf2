import type { Pointer } from '../memory/arena.ts';

/** A date column: `monthIndex` in two bytes a row, the part xor 1 in one; a pointer of 0 where nothing is stored. */
export interface DateColumn {
  readonly months: Pointer;
  readonly parts: Pointer;
}

/**
 * The group of every row, as a number below `groups` written bit by bit: the lowest bit in the bitmap at `pointer`, each
 * next one `stride` bytes on, `many` in all.
 */
export interface Planes {
  readonly pointer: Pointer;
  readonly stride: number;
  readonly many: number;
  readonly groups: number;
}

/**
 * The inner loops of the engine, over addresses in the arena. There are two implementations with the same results: the
 * WebAssembly one (`assembly/`, SIMD) and plain TypeScript (`plain/`). Nothing here allocates.
 *
 * Bitmaps hold one bit a row, bit `row % 8` of byte `row / 8`; their length is given in bytes, a multiple of 16, and
 * every block has room behind it. Column kernels work on whole groups of 64 rows: bits of rows past the end come out
 * undefined, and callers intersect with the live rows. With `mode` 1 a column kernel intersects with what is in `out`.
 */
export interface Kernel {
  readonly name: 'simd' | 'plain';

  /** Keys of one byte: bit set where `table[key]` is not 0; `table` has 256 bytes. */
  inSet8(column: Pointer, rows: number, table: Pointer, out: Pointer, mode: 0 | 1): void;
  /** Keys of two or four bytes: bit set where the bit `key` of `bits` is set; keys from `keys` on are not in the set. */
  inSet16(column: Pointer, rows: number, bits: Pointer, keys: number, out: Pointer, mode: 0 | 1): void;
  inSet32(column: Pointer, rows: number, bits: Pointer, keys: number, out: Pointer, mode: 0 | 1): void;
  /** `low <= key <= high`, unsigned. */
  range8(column: Pointer, rows: number, low: number, high: number, out: Pointer, mode: 0 | 1): void;
  range16(column: Pointer, rows: number, low: number, high: number, out: Pointer, mode: 0 | 1): void;
  range32(column: Pointer, rows: number, low: number, high: number, out: Pointer, mode: 0 | 1): void;

  /** `out` may be one of the operands. */
  and(a: Pointer, b: Pointer, out: Pointer, bytes: number): void;
  or(a: Pointer, b: Pointer, out: Pointer, bytes: number): void;
  /** a without b */
  andNot(a: Pointer, b: Pointer, out: Pointer, bytes: number): void;
  count(a: Pointer, bytes: number): number;
  countAnd(a: Pointer, b: Pointer, bytes: number): number;
  /**
   * How many rows of `bits` are in each group of two fields: `counts[outer << inner.many | inner]` (u32). `inner` has
   * three to six planes, `outer` too; with none and one group it is the counts of `inner` alone.
   */
  countPlanes(bits: Pointer, outer: Planes, inner: Planes, counts: Pointer, bytes: number): void;
  /**
   * Writes planes: the group that `groups` (a byte a key, below `2 ** many`) has for the key of each row, bit by bit.
   * `many` is at most eight.
   */
  planes8(column: Pointer, rows: number, groups: Pointer, out: Pointer, stride: number, many: number): void;
  planes16(column: Pointer, rows: number, groups: Pointer, out: Pointer, stride: number, many: number): void;
  /** Writes the numbers of the set bits from bit `from` on, at most `limit`, as u32; answers how many. */
  positions(bits: Pointer, bytes: number, from: number, limit: number, out: Pointer): number;

  /** `counts[key] += 1` (u32) for every set row. */
  histogram8(column: Pointer, bits: Pointer, bytes: number, counts: Pointer): void;
  histogram16(column: Pointer, bits: Pointer, bytes: number, counts: Pointer): void;
  histogram32(column: Pointer, bits: Pointer, bytes: number, counts: Pointer): void;
  /**
   * `counts[groups[row]] += 1` (u32) where `groups` (u32 a row of the list) is built by the caller for `many` rows.
   */
  histogramList(groups: Pointer, many: number, counts: Pointer): void;
  /** `counts[a[row] * stride + b[row]] += 1` (u32) for every set row; both columns have keys of one byte. */
  cross8(a: Pointer, b: Pointer, stride: number, bits: Pointer, bytes: number, counts: Pointer): void;
  /**
   * `groups[i] += map[column[rows[i]]]` (all u32) for a list of row numbers: called once for every key of a grouping,
   * each with a map that holds its group times its stride, it makes the groups that `histogramList` counts.
   */
  gather8(column: Pointer, rows: Pointer, many: number, map: Pointer, groups: Pointer): void;
  gather16(column: Pointer, rows: Pointer, many: number, map: Pointer, groups: Pointer): void;
  gather32(column: Pointer, rows: Pointer, many: number, map: Pointer, groups: Pointer): void;
  /**
   * The key at the place (from 0, below the number of set rows) that it has among those of the set rows in order, from
   * the greatest down with `greatest` 1. The first rows of an order are those before the key of the last wanted
   * place, and of those with that very key as many as are missing, by the next key of the order.
   */
  nth8(column: Pointer, bits: Pointer, bytes: number, place: number, greatest: 0 | 1): number;
  nth16(column: Pointer, bits: Pointer, bytes: number, place: number, greatest: 0 | 1): number;
  nth32(column: Pointer, bits: Pointer, bytes: number, place: number, greatest: 0 | 1): number;

  /**
   * Child rows to parents: `start` (u32) and `length` (u16) of every parent give its rows. `liftAny` sets the parent's
   * bit when any of its rows has its bit in `rowsBits`; `liftCount` writes how many have (u16).
   */
  liftAny(start: Pointer, length: Pointer, parents: number, rowBits: Pointer, out: Pointer): void;
  liftCount(start: Pointer, length: Pointer, parents: number, rowBits: Pointer, out: Pointer): void;
  /**
   * The parent's bit is set when of its last `take` rows that are in `visible` at least `atLeast` are in `rowBits`
   * (a subset of `visible`); `newest` 0 takes the first rows instead. Only parents set in `candidates` are looked at.
   */
  liftSequence(
    start: Pointer,
    length: Pointer,
    parents: number,
    visible: Pointer,
    rowBits: Pointer,
    take: number,
    atLeast: number,
    newest: 0 | 1,
    candidates: Pointer,
    out: Pointer,
  ): void;
  /** Writes the newest (or first) row of each parent that is in `rowBits`, plus 1, as u32; 0 where there is none. */
  liftRow(
    start: Pointer,
    length: Pointer,
    parents: number,
    rowBits: Pointer,
    newest: 0 | 1,
    out: Pointer,
  ): void;
  /**
   * Writes the months (u16) that the rows in `rowBits` last together, time that they share counted once, for every
   * parent in `candidates`, 0 for the others. A row lasts from the first day of `from` to the first day of `to`, to
   * `asOf` (a day key) at most; without `to` it lasts on when its bit is in `lasting`, else no time at all.
   */
  liftMonths(
    start: Pointer,
    length: Pointer,
    parents: number,
    rowBits: Pointer,
    from: DateColumn,
    to: DateColumn,
    lasting: Pointer,
    asOf: number,
    candidates: Pointer,
    out: Pointer,
  ): void;
  /** Parents to child rows: sets the bits of all rows of the parents in `parentBits`; others stay as they are. */
  lower(start: Pointer, length: Pointer, parents: number, parentBits: Pointer, out: Pointer): void;

  /**
   * The first place at or after `from` where the needle (u16 units) stands in the text (u16 units); -1 when nowhere.
   */
  find(text: Pointer, units: number, needle: Pointer, needleUnits: number, from: number): number;
  /**
   * Where the strings of a JSON text end: writes for each of them the place of its closing quote, with the highest bit
   * set when it has escapes, and a hash of its bytes (u32 both). Answers how many; one that never ends is left out.
   */
  jsonStrings(json: Pointer, bytes: number, out: Pointer): number;
  /** Sets the bits of a list of rows written as gaps (each row minus the one before minus 1, first from -1; LEB128). */
  setGaps(list: Pointer, bytes: number, bits: Pointer): void;
  /** A 32-bit checksum (multiply and shift over 32-bit words in sixteen lanes) of a block whose length is a multiple of 16. */
  checksum(block: Pointer, bytes: number, seed: number): number;
}
