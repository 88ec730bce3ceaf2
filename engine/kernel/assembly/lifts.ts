// Child rows to parents. Most parents have few rows, which stand in one word read at any byte.

/** Rows of a parent that are surely within eight bytes, wherever the first begins. */
const fits: u32 = 57;

/** Bits of at most 57 rows, the first lowest. */
// @ts-ignore: decorator
@inline
export function rowsAt(bits: usize, row: u32, rows: u32): u64 {
  return (load<u64>(bits + (row >>> 3)) >>> (row & 7)) & ((<u64>1 << rows) - 1);
}

// @ts-ignore: decorator
@inline
function startOf(start: usize, parent: i32): u32 {
  return load<u32>(start + (<usize>parent << 2));
}

// @ts-ignore: decorator
@inline
function lengthOf(length: usize, parent: i32): u32 {
  return <u32>load<u16>(length + (<usize>parent << 1));
}

/** How many of many rows are set. */
function countRows(bits: usize, row: u32, rows: u32): u32 {
  let count: u32 = 0;
  for (; rows > fits; row += fits, rows -= fits) count += <u32>popcnt(rowsAt(bits, row, fits));
  return count + <u32>popcnt(rowsAt(bits, row, rows));
}

/**
 * In the kernel's page: the bits of so many rows (up to `fits`) that begin at one of the bits of a byte. Looked up, because
 * the machine takes three steps to shift by a number that it does not know beforehand.
 */
const masks: usize = 49152;

function makeMasks(): void {
  for (let rows: u32 = 0; rows <= fits; rows += 1) {
    for (let bit: u32 = 0; bit < 8; bit += 1) {
      store<u64>(masks + <usize>((rows << 6) | (bit << 3)), ((<u64>1 << rows) - 1) << bit);
    }
  }
}

// @ts-ignore: decorator
@inline
function anyOfFew(rowBits: usize, row: u32, rows: u32): u32 {
  const mask = load<u64>(masks + <usize>((rows << 6) | ((row & 7) << 3)));
  return <u32>((load<u64>(rowBits + (row >>> 3)) & mask) != 0);
}

/** May any of four parents have more rows than fit? Lengths of other parents may be in the same bits. */
// @ts-ignore: decorator
@inline
function areMany(lengths: u64): bool {
  // A sum has the highest bit of a parent's part from so many rows on; what is far more has it before.
  return ((lengths | (lengths + (0x8000 - 1 - fits) * <u64>0x0001_0001_0001_0001)) & 0x8000_8000_8000_8000) != 0;
}

export function liftAny(start: usize, length: usize, parents: i32, rowBits: usize, out: usize): void {
  makeMasks();
  let left = parents;
  for (; left >= 8; left -= 8, start += 32, length += 16, out += 1) {
    if (areMany(load<u64>(length) | load<u64>(length, 8))) {
      store<u8>(out, anyOfMany(start, length, 8, rowBits));
      continue;
    }
    const found =
      anyOfFew(rowBits, load<u32>(start), load<u16>(length)) |
      (anyOfFew(rowBits, load<u32>(start, 4), load<u16>(length, 2)) << 1) |
      (anyOfFew(rowBits, load<u32>(start, 8), load<u16>(length, 4)) << 2) |
      (anyOfFew(rowBits, load<u32>(start, 12), load<u16>(length, 6)) << 3) |
      (anyOfFew(rowBits, load<u32>(start, 16), load<u16>(length, 8)) << 4) |
      (anyOfFew(rowBits, load<u32>(start, 20), load<u16>(length, 10)) << 5) |
      (anyOfFew(rowBits, load<u32>(start, 24), load<u16>(length, 12)) << 6) |
      (anyOfFew(rowBits, load<u32>(start, 28), load<u16>(length, 14)) << 7);
    store<u8>(out, found);
  }
  if (left > 0) store<u8>(out, anyOfMany(start, length, left, rowBits));
}

/** The same for parents who may have many rows. */
function anyOfMany(start: usize, length: usize, parents: i32, rowBits: usize): u32 {
  let found: u32 = 0;
  for (let k = 0; k < parents; k += 1) {
    found |= <u32>(countRows(rowBits, startOf(start, k), lengthOf(length, k)) != 0) << k;
  }
  return found;
}

export function liftCount(start: usize, length: usize, parents: i32, rowBits: usize, out: usize): void {
  for (let parent = 0; parent < parents; parent += 1) {
    const rows = lengthOf(length, parent);
    const row = startOf(start, parent);
    const count = rows <= fits ? <u32>popcnt(rowsAt(rowBits, row, rows)) : countRows(rowBits, row, rows);
    store<u16>(out + (<usize>parent << 1), count);
  }
}

export function liftSequence(
  start: usize,
  length: usize,
  parents: i32,
  visible: usize,
  rowBits: usize,
  take: i32,
  atLeast: i32,
  newest: i32,
  candidates: usize,
  out: usize,
): void {
  for (let first = 0; first < parents; first += 64, candidates += 8, out += 8) {
    let left = load<u64>(candidates);
    if (parents - first < 64) left &= (<u64>1 << (parents - first)) - 1;
    let found: u64 = 0;
    while (left) {
      const k = <i32>ctz(left);
      left &= left - 1;
      const rows = lengthOf(length, first + k);
      const row = startOf(start, first + k);
      const met =
        rows <= fits
          ? metBy(rowsAt(visible, row, rows), rowsAt(rowBits, row, rows), take, newest)
          : metByMany(visible, rowBits, row, rows, take, newest);
      found |= <u64>(met >= atLeast) << k;
    }
    store<u64>(out, found);
  }
}

/** How many of the last (or first) so many rows that can be seen are wanted ones. */
// @ts-ignore: decorator
@inline
function metBy(seen: u64, wanted: u64, take: i32, newest: i32): i32 {
  let drop = <i32>popcnt(seen) - take;
  // Nearly always rows can be seen up to some row and none after it: then which they are needs no counting off.
  if ((seen & (seen + 1)) == 0) {
    const last = wanted & seen;
    if (newest) return <i32>popcnt(last >>> max(drop, 0));
    return <i32>popcnt(take < 64 ? last & ((<u64>1 << take) - 1) : last);
  }
  if (drop > 0) {
    // Clearing the lowest bit is one step, clearing the highest three.
    if (newest && drop <= 3 * take) {
      for (; drop > 0; drop -= 1) seen &= seen - 1;
    } else {
      let rest = seen;
      for (let i = 0; i < take; i += 1) rest &= newest ? ~(<u64>1 << (63 - clz(rest))) : rest - 1;
      seen ^= rest;
    }
  }
  return <i32>popcnt(seen & wanted);
}

function metByMany(visible: usize, rowBits: usize, row: u32, rows: u32, take: i32, newest: i32): i32 {
  let met = 0;
  for (let i: u32 = 0; i < rows && take > 0; i += 1) {
    const at = newest ? row + rows - 1 - i : row + i;
    if (!rowsAt(visible, at, 1)) continue;
    take -= 1;
    met += <i32>rowsAt(rowBits, at, 1);
  }
  return met;
}

export function liftRow(
  start: usize,
  length: usize,
  parents: i32,
  rowBits: usize,
  newest: i32,
  out: usize,
): void {
  for (let parent = 0; parent < parents; parent += 1, out += 4) {
    const row = startOf(start, parent);
    const rows = lengthOf(length, parent);
    if (rows > fits) {
      store<u32>(out, rowOfMany(row, rows, rowBits, newest));
      continue;
    }
    const bits = rowsAt(rowBits, row, rows);
    const found = row + 1 + <u32>(newest ? 63 - clz(bits) : ctz(bits));
    store<u32>(out, select<u32>(found, 0, bits != 0));
  }
}

function rowOfMany(row: u32, rows: u32, rowBits: usize, newest: i32): u32 {
  for (let i: u32 = 0; i < rows; i += 1) {
    const at = newest ? row + rows - 1 - i : row + i;
    if (rowsAt(rowBits, at, 1)) return at + 1;
  }
  return 0;
}

export function lower(start: usize, length: usize, parents: i32, parentBits: usize, out: usize): void {
  for (let first = 0; first < parents; first += 64, parentBits += 8) {
    let left = load<u64>(parentBits);
    if (parents - first < 64) left &= (<u64>1 << (parents - first)) - 1;
    while (left) {
      const k = <i32>ctz(left);
      left &= left - 1;
      let row = startOf(start, first + k);
      for (let rows = lengthOf(length, first + k); rows > 0; ) {
        const many = min(rows, fits);
        const at = out + (row >>> 3);
        store<u64>(at, load<u64>(at) | (((<u64>1 << many) - 1) << (row & 7)));
        row += many;
        rows -= many;
      }
    }
  }
}
