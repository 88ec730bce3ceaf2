// Columns to bitmaps: 64 keys a turn give one word.

/** Finishes a word: with mode 1 only what was set stays. */
// @ts-ignore: decorator
@inline
function put(out: usize, word: u64, mode: i32): void {
  store<u64>(out, mode ? word & load<u64>(out) : word);
}

/** The sign bits of four vectors of bytes, in order. */
// @ts-ignore: decorator
@inline
function signs(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>(i8x16.bitmask(a) | (i8x16.bitmask(b) << 16));
  const high = <u32>(i8x16.bitmask(c) | (i8x16.bitmask(d) << 16));
  return <u64>low | (<u64>high << 32);
}

function clear(rows: i32, out: usize): void {
  memory.fill(out, 0, <usize>((rows + 63) >>> 6) << 3);
}

// @ts-ignore: decorator
@inline
function within8(key: v128, low: v128, span: v128): v128 {
  return i8x16.le_u(i8x16.sub(key, low), span);
}

export function range8(column: usize, rows: i32, low: u32, high: u32, out: usize, mode: i32): void {
  if (high > 0xff) high = 0xff;
  if (low > high) return clear(rows, out);
  const from = i8x16.splat(<i8>low);
  const span = i8x16.splat(<i8>(high - low));
  for (let row = 0; row < rows; row += 64, column += 64, out += 8) {
    const word = signs(
      within8(v128.load(column), from, span),
      within8(v128.load(column, 16), from, span),
      within8(v128.load(column, 32), from, span),
      within8(v128.load(column, 48), from, span),
    );
    put(out, word, mode);
  }
}

// @ts-ignore: decorator
@inline
function within16(column: usize, low: v128, span: v128): v128 {
  return i8x16.narrow_i16x8_s(
    i16x8.le_u(i16x8.sub(v128.load(column), low), span),
    i16x8.le_u(i16x8.sub(v128.load(column, 16), low), span),
  );
}

// @ts-ignore: decorator
@inline
export function rangeWord16(column: usize, from: v128, span: v128): u64 {
  return signs(
    within16(column, from, span),
    within16(column + 32, from, span),
    within16(column + 64, from, span),
    within16(column + 96, from, span),
  );
}

export function range16(column: usize, rows: i32, low: u32, high: u32, out: usize, mode: i32): void {
  if (high > 0xffff) high = 0xffff;
  if (low > high) return clear(rows, out);
  const from = i16x8.splat(<i16>low);
  const span = i16x8.splat(<i16>(high - low));
  for (let row = 0; row < rows; row += 64, column += 128, out += 8) {
    put(out, rangeWord16(column, from, span), mode);
  }
}

// @ts-ignore: decorator
@inline
function within32(column: usize, low: v128, span: v128): v128 {
  return i8x16.narrow_i16x8_s(
    i16x8.narrow_i32x4_s(
      i32x4.le_u(i32x4.sub(v128.load(column), low), span),
      i32x4.le_u(i32x4.sub(v128.load(column, 16), low), span),
    ),
    i16x8.narrow_i32x4_s(
      i32x4.le_u(i32x4.sub(v128.load(column, 32), low), span),
      i32x4.le_u(i32x4.sub(v128.load(column, 48), low), span),
    ),
  );
}

// @ts-ignore: decorator
@inline
export function rangeWord32(column: usize, from: v128, span: v128): u64 {
  return signs(
    within32(column, from, span),
    within32(column + 64, from, span),
    within32(column + 128, from, span),
    within32(column + 192, from, span),
  );
}

export function range32(column: usize, rows: i32, low: u32, high: u32, out: usize, mode: i32): void {
  if (low > high) return clear(rows, out);
  const from = i32x4.splat(low);
  const span = i32x4.splat(high - low);
  for (let row = 0; row < rows; row += 64, column += 256, out += 8) {
    put(out, rangeWord32(column, from, span), mode);
  }
}

/** 0x80 in every byte that is not 0. */
// @ts-ignore: decorator
@inline
function flags(table: usize): v128 {
  return i8x16.ne(v128.load(table), i8x16.splat(0));
}

/** The table from the least key of the set on, zeros behind: in the kernel's page. */
const shifted: usize = 1024;

/** Nearly every set of codes stands close together: then one or two swizzles are the look-up. */
export function inSet8(column: usize, rows: i32, table: usize, out: usize, mode: i32): void {
  let least = 0;
  while (least < 256 && !load<u8>(table + least)) least += 1;
  if (least == 256) return clear(rows, out);
  let most = 255;
  while (!load<u8>(table + most)) most -= 1;
  memory.copy(shifted, table + least, 256 - least);
  memory.fill(shifted + 256 - least, 0, 32);
  const span = most - least;
  if (span < 16) inWindow16(column, rows, <i8>least, out, mode);
  else if (span < 32) inWindow32(column, rows, <i8>least, out, mode);
  else if (most < 128) inFirst128(column, rows, table, out, mode);
  else inAny(column, rows, table, out, mode);
}

/** Keys outside of the window come out of a swizzle as 0. */
function inWindow16(column: usize, rows: i32, least: i8, out: usize, mode: i32): void {
  const set = flags(shifted);
  const low = i8x16.splat(least);
  for (let row = 0; row < rows; row += 64, column += 64, out += 8) {
    const word = signs(
      i8x16.swizzle(set, i8x16.sub(v128.load(column), low)),
      i8x16.swizzle(set, i8x16.sub(v128.load(column, 16), low)),
      i8x16.swizzle(set, i8x16.sub(v128.load(column, 32), low)),
      i8x16.swizzle(set, i8x16.sub(v128.load(column, 48), low)),
    );
    put(out, word, mode);
  }
}

// @ts-ignore: decorator
@inline
function either(first: v128, second: v128, keys: v128, low: v128, next: v128): v128 {
  return v128.or(i8x16.swizzle(first, i8x16.sub(keys, low)), i8x16.swizzle(second, i8x16.sub(keys, next)));
}

function inWindow32(column: usize, rows: i32, least: i8, out: usize, mode: i32): void {
  const first = flags(shifted);
  const second = flags(shifted + 16);
  const low = i8x16.splat(least);
  const next = i8x16.splat(least + 16);
  for (let row = 0; row < rows; row += 64, column += 64, out += 8) {
    const word = signs(
      either(first, second, v128.load(column), low, next),
      either(first, second, v128.load(column, 16), low, next),
      either(first, second, v128.load(column, 32), low, next),
      either(first, second, v128.load(column, 48), low, next),
    );
    put(out, word, mode);
  }
}

/**
 * The low four bits of a key choose a byte that has a bit for each value of the next three; keys from 128 on have a
 * table of their own. Which bit is meant comes from another look-up by the high four bits.
 */
// @ts-ignore: decorator
@inline
function member(bytes: v128, bit: v128, half: v128, keys: v128): v128 {
  const wanted = i8x16.swizzle(bit, v128.and(i16x8.shr_u(keys, 4), half));
  return i8x16.eq(v128.and(bytes, wanted), wanted);
}

// @ts-ignore: decorator
@inline
function memberLow(low: v128, bit: v128, half: v128, place: v128, keys: v128): v128 {
  return member(i8x16.swizzle(low, v128.and(keys, place)), bit, half, keys);
}

// @ts-ignore: decorator
@inline
function memberAny(low: v128, high: v128, bit: v128, half: v128, place: v128, top: v128, keys: v128): v128 {
  const at = v128.and(keys, place);
  return member(v128.or(i8x16.swizzle(low, at), i8x16.swizzle(high, v128.xor(at, top))), bit, half, keys);
}

/** For each low half of a key a byte with the bits of its eight high halves from `table` on. */
function byLowHalf(table: usize): v128 {
  let bytes = i8x16.splat(0);
  for (let part: i32 = 0; part < 8; part += 1) {
    bytes = v128.or(bytes, v128.and(flags(table + (<usize>part << 4)), i8x16.splat(<i8>((<i32>1) << part))));
  }
  return bytes;
}

/** A constant that the compiler of the host keeps in a register, instead of making it anew at every use. */
function kept(value: v128): v128 {
  v128.store(shifted, value);
  return v128.load(shifted);
}

// @ts-ignore: decorator
@inline
function bitOfHighHalf(): v128 {
  return kept(i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128));
}

function inFirst128(column: usize, rows: i32, table: usize, out: usize, mode: i32): void {
  const low = byLowHalf(table);
  const bit = bitOfHighHalf();
  const half = kept(i8x16.splat(0x0f));
  const place = kept(i8x16.splat(<i8>0x8f));
  for (let row = 0; row < rows; row += 64, column += 64, out += 8) {
    const word = signs(
      memberLow(low, bit, half, place, v128.load(column)),
      memberLow(low, bit, half, place, v128.load(column, 16)),
      memberLow(low, bit, half, place, v128.load(column, 32)),
      memberLow(low, bit, half, place, v128.load(column, 48)),
    );
    put(out, word, mode);
  }
}

function inAny(column: usize, rows: i32, table: usize, out: usize, mode: i32): void {
  const low = byLowHalf(table);
  const high = byLowHalf(table + 128);
  const bit = bitOfHighHalf();
  const half = kept(i8x16.splat(0x0f));
  const place = kept(i8x16.splat(<i8>0x8f));
  const top = kept(i8x16.splat(<i8>0x80));
  for (let row = 0; row < rows; row += 64, column += 64, out += 8) {
    const word = signs(
      memberAny(low, high, bit, half, place, top, v128.load(column)),
      memberAny(low, high, bit, half, place, top, v128.load(column, 16)),
      memberAny(low, high, bit, half, place, top, v128.load(column, 32)),
      memberAny(low, high, bit, half, place, top, v128.load(column, 48)),
    );
    put(out, word, mode);
  }
}

/** The least key whose bit is set; `keys` when there is none. */
function leastOf(bits: usize, keys: u32): u32 {
  for (let key: u32 = 0; key < keys; key += 8) {
    const byte = <u32>load<u8>(bits + (key >>> 3));
    if (byte) return min(key + ctz(byte), keys);
  }
  return keys;
}

function greatestOf(bits: usize, keys: u32): u32 {
  let key = keys - 1;
  while (key && !((load<u8>(bits + (key >>> 3)) >>> (<u8>key & 7)) & 1)) key -= 1;
  return key;
}

/** Looks up 64 keys; those outside of the span are looked up at its least key. */
// @ts-ignore: decorator
@inline
function allOf<T>(column: usize, bits: usize, least: u32, span: u32): u64 {
  let found: u64 = 0;
  for (let place: u64 = 0; place < 64; place += 4) {
    found |= isIn<T>(column, bits, least, span) << place;
    found |= isIn<T>(column + sizeof<T>(), bits, least, span) << (place + 1);
    found |= isIn<T>(column + 2 * sizeof<T>(), bits, least, span) << (place + 2);
    found |= isIn<T>(column + 3 * sizeof<T>(), bits, least, span) << (place + 3);
    column += 4 * sizeof<T>();
  }
  return found;
}

// @ts-ignore: decorator
@inline
function isIn<T>(at: usize, bits: usize, least: u32, span: u32): u64 {
  const own = <u32>load<T>(at);
  const key = own - least <= span ? own : least;
  return <u64>((<u32>load<u8>(bits + (key >>> 3)) >>> (key & 7)) & 1);
}

/**
 * Only keys between the least and the greatest of the set are looked up, one by one; the comparison for that is cheap.
 */
// @ts-ignore: decorator
@inline
function inSet<T>(column: usize, rows: i32, bits: usize, keys: u32, out: usize, mode: i32): void {
  if (sizeof<T>() == 2 && keys > 0x10000) keys = 0x10000;
  const least = leastOf(bits, keys);
  if (least >= keys) return clear(rows, out);
  const span = greatestOf(bits, keys) - least;
  const from = sizeof<T>() == 2 ? i16x8.splat(<i16>least) : i32x4.splat(least);
  const length = sizeof<T>() == 2 ? i16x8.splat(<i16>span) : i32x4.splat(span);
  for (let row = 0; row < rows; row += 64, column += 64 * sizeof<T>(), out += 8) {
    let left = sizeof<T>() == 2 ? rangeWord16(column, from, length) : rangeWord32(column, from, length);
    if (mode) left &= load<u64>(out);
    if (popcnt(left) > 24) {
      store<u64>(out, left & allOf<T>(column, bits, least, span));
      continue;
    }
    let found = left;
    while (left) {
      const place = ctz(left);
      const key = <u32>load<T>(column + <usize>place * sizeof<T>());
      const is = (<u64>load<u8>(bits + (key >>> 3)) >>> (key & 7)) & 1;
      found ^= (is ^ 1) << place;
      left &= left - 1;
    }
    store<u64>(out, found);
  }
}

export function inSet16(column: usize, rows: i32, bits: usize, keys: u32, out: usize, mode: i32): void {
  inSet<u16>(column, rows, bits, keys, out, mode);
}

export function inSet32(column: usize, rows: i32, bits: usize, keys: u32, out: usize, mode: i32): void {
  inSet<u32>(column, rows, bits, keys, out, mode);
}
