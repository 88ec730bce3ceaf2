import type { Pointer } from '../memory/arena.ts';

/**
 * The inner loops of the engine, over addresses in the arena. There are two implementations with the same results: the
 * WebAssembly one (`kernel.as.ts`, SIMD) and plain TypeScript (`plain-kernel.ts`). Nothing here allocates.
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
  /** `out[i]` (u32) = bits common to `a` and the bitmap at the address `others[i]` (u32), for `i < many`; by blocks. */
  countAndMany(a: Pointer, others: Pointer, many: number, out: Pointer, bytes: number): void;
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

  /**
   * The first place at or after `from` where the needle (u16 units) stands in the text (u16 units); -1 when nowhere.
   */
  find(text: Pointer, units: number, needle: Pointer, needleUnits: number, from: number): number;
  /** Sets the bits of a list of rows written as gaps (each row minus the one before minus 1, first from -1; LEB128). */
  setGaps(list: Pointer, bytes: number, bits: Pointer): void;
  /** A 32-bit checksum (FNV-like over 32-bit words in four lanes) of a block whose length is a multiple of 16. */
  checksum(block: Pointer, bytes: number, seed: number): number;
}
