import { rangeWord16, rangeWord32 } from './scans';

// The nth key of the set rows.
//
// For a near place the smallest keys seen are collected in a buffer; when it is full, those that are certainly too
// great are thrown away, and from then on only keys below the greatest kept one are looked at, which are few. A sample
// from all over the column goes first, so that a column in falling order is no bad case. For a far place the key is
// fixed byte by byte by counting.

const counts: usize = 1024;
const buffer: usize = 8192;
const capacity: i32 = 12288;
const nearest: i32 = 4096;
const sample: i32 = 63;

export function nth8(column: usize, bits: usize, bytes: i32, place: i32, greatest: i32): u32 {
  return nth<u8>(column, bits, bytes, place, greatest ? 0xff : 0);
}

export function nth16(column: usize, bits: usize, bytes: i32, place: i32, greatest: i32): u32 {
  return nth<u16>(column, bits, bytes, place, greatest ? 0xffff : 0);
}

export function nth32(column: usize, bits: usize, bytes: i32, place: i32, greatest: i32): u32 {
  return nth<u32>(column, bits, bytes, place, greatest ? 0xffffffff : 0);
}

// @ts-ignore: decorator
@inline
function nth<T>(column: usize, bits: usize, bytes: i32, place: i32, flip: u32): u32 {
  return (place < nearest ? near<T>(column, bits, bytes, place, flip) : far<T>(column, bits, bytes, place, flip)) ^ flip;
}

/** Keys of the buffer, and below which a key is still wanted (all, while the limit has not been reached). */
let held: i32 = 0;
let limit: u64 = 0;

function near<T>(column: usize, bits: usize, bytes: i32, place: i32, flip: u32): u32 {
  held = 0;
  limit = 1 << 32;
  const groups = bytes >>> 3;
  for (let group = 0; group < groups; group += sample + 1) {
    collect<T>(column, bits, group, place, flip);
  }
  for (let group = 0; group < groups && limit != 0; group += 1) {
    if (group & sample) collect<T>(column, bits, group, place, flip);
  }
  return select(held, min(place, held - 1));
}

// @ts-ignore: decorator
@inline
function collect<T>(column: usize, bits: usize, group: i32, place: i32, flip: u32): void {
  let left = load<u64>(bits + (<usize>group << 3));
  if (!left) return;
  const from = column + <usize>group * (64 * sizeof<T>());
  if (limit <= 0xffffffff) {
    left &= below<T>(from, <u32>limit, flip);
    if (!left) return;
  }
  while (left) {
    const key = <u32>load<T>(from + <usize>ctz(left) * sizeof<T>()) ^ flip;
    left &= left - 1;
    if (<u64>key >= limit) continue;
    store<u32>(buffer + (<usize>held << 2), key);
    held += 1;
    if (held == capacity) {
      limit = select(held, place);
      held = place + 1;
    }
  }
}

/** A bit for each of 64 keys that is below the limit, which is not 0. */
// @ts-ignore: decorator
@inline
function below<T>(from: usize, limit: u32, flip: u32): u64 {
  // Below the limit after turning is above the turned limit before it.
  const low = flip ? (limit ^ flip) + 1 : 0;
  const span = limit - 1;
  if (sizeof<T>() == 1) {
    const lowest = i8x16.splat(<i8>low);
    const length = i8x16.splat(<i8>span);
    let word: u64 = 0;
    for (let part = 0; part < 64; part += 16) {
      const keys = i8x16.sub(v128.load(from + part), lowest);
      word |= <u64>(<u32>i8x16.bitmask(i8x16.le_u(keys, length))) << part;
    }
    return word;
  }
  if (sizeof<T>() == 2) return rangeWord16(from, i16x8.splat(<i16>low), i16x8.splat(<i16>span));
  return rangeWord32(from, i32x4.splat(low), i32x4.splat(span));
}

/** Puts the smallest `place + 1` keys of the buffer in front and answers the greatest of them. */
function select(many: i32, place: i32): u32 {
  let left = 0;
  let right = many - 1;
  while (left < right) {
    const pivot = key((left + right) >>> 1);
    let i = left;
    let j = right;
    while (i <= j) {
      while (key(i) < pivot) i += 1;
      while (key(j) > pivot) j -= 1;
      if (i <= j) {
        const moved = key(i);
        store<u32>(buffer + (<usize>i << 2), key(j));
        store<u32>(buffer + (<usize>j << 2), moved);
        i += 1;
        j -= 1;
      }
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else break;
  }
  return key(place);
}

// @ts-ignore: decorator
@inline
function key(i: i32): u32 {
  return load<u32>(buffer + (<usize>i << 2));
}

function far<T>(column: usize, bits: usize, bytes: i32, place: i32, flip: u32): u32 {
  let fixed: u32 = 0;
  for (let shift = <i32>sizeof<T>() * 8 - 8; shift >= 0; shift -= 8) {
    memory.fill(counts, 0, 2048);
    count<T>(column, bits, bytes, fixed, shift, flip);
    let digit: u32 = 0;
    for (; digit < 255; digit += 1) {
      const here = load<u32>(counts + (<usize>digit << 2)) + load<u32>(counts + (<usize>digit << 2), 1024);
      if (<i32>here > place) break;
      place -= here;
    }
    fixed |= digit << shift;
  }
  return fixed;
}

/** Counts the byte at `shift` of the keys that agree with what is fixed above it. */
function count<T>(column: usize, bits: usize, bytes: i32, fixed: u32, shift: i32, flip: u32): void {
  const above = shift == <i32>sizeof<T>() * 8 - 8 ? 0 : <u32>-1 << (shift + 8);
  for (const end = bits + bytes; bits < end; bits += 8, column += 64 * sizeof<T>()) {
    let left = load<u64>(bits);
    while (left) {
      const place = <usize>ctz(left);
      left &= left - 1;
      const key = <u32>load<T>(column + place * sizeof<T>()) ^ flip;
      if ((key ^ fixed) & above) continue;
      const at = counts + ((place & 1) << 10) + (((key >>> shift) & 255) << 2);
      store<u32>(at, load<u32>(at) + 1);
    }
  }
}
