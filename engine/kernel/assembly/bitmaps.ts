// Bitmaps: lengths are multiples of 16 bytes.

export function and(a: usize, b: usize, out: usize, bytes: i32): void {
  for (const end = a + bytes; a < end; a += 16, b += 16, out += 16) {
    v128.store(out, v128.and(v128.load(a), v128.load(b)));
  }
}

export function or(a: usize, b: usize, out: usize, bytes: i32): void {
  for (const end = a + bytes; a < end; a += 16, b += 16, out += 16) {
    v128.store(out, v128.or(v128.load(a), v128.load(b)));
  }
}

export function andNot(a: usize, b: usize, out: usize, bytes: i32): void {
  for (const end = a + bytes; a < end; a += 16, b += 16, out += 16) {
    v128.store(out, v128.andnot(v128.load(a), v128.load(b)));
  }
}

// The machine counts the bits of eight bytes in one step, which is faster than any way to do it with vectors.
export function count(a: usize, bytes: i32): i32 {
  let first: u64 = 0;
  let second: u64 = 0;
  for (const end = a + bytes; a < end; a += 16) {
    first += popcnt(load<u64>(a));
    second += popcnt(load<u64>(a, 8));
  }
  return <i32>(first + second);
}

export function countAnd(a: usize, b: usize, bytes: i32): i32 {
  let first: u64 = 0;
  let second: u64 = 0;
  const end = a + bytes;
  for (const most = a + (bytes & ~63); a < most; a += 64, b += 64) {
    first += popcnt(load<u64>(a) & load<u64>(b));
    second += popcnt(load<u64>(a, 8) & load<u64>(b, 8));
    first += popcnt(load<u64>(a, 16) & load<u64>(b, 16));
    second += popcnt(load<u64>(a, 24) & load<u64>(b, 24));
    first += popcnt(load<u64>(a, 32) & load<u64>(b, 32));
    second += popcnt(load<u64>(a, 40) & load<u64>(b, 40));
    first += popcnt(load<u64>(a, 48) & load<u64>(b, 48));
    second += popcnt(load<u64>(a, 56) & load<u64>(b, 56));
  }
  for (; a < end; a += 16, b += 16) {
    first += popcnt(load<u64>(a) & load<u64>(b));
    second += popcnt(load<u64>(a, 8) & load<u64>(b, 8));
  }
  return <i32>(first + second);
}

/** What stays of `a` in the innermost cache while the others pass by. */
const block: i32 = 16384;

export function countAndMany(a: usize, others: usize, many: i32, out: usize, bytes: i32): void {
  memory.fill(out, 0, <usize>many << 2);
  for (let from = 0; from < bytes; from += block) {
    const size = min(block, bytes - from);
    let i = 0;
    for (; i + 1 < many; i += 2) {
      const at = others + (<usize>i << 2);
      countTwo(a + from, load<u32>(at) + from, load<u32>(at, 4) + from, size, out + (<usize>i << 2));
    }
    if (i < many) {
      const at = out + (<usize>i << 2);
      const other = <usize>load<u32>(others + (<usize>i << 2));
      store<i32>(at, load<i32>(at) + countAnd(a + from, other + from, size));
    }
  }
}

/** Adds to two counts at `out`. */
function countTwo(a: usize, b: usize, c: usize, bytes: i32, out: usize): void {
  let first: u64 = 0;
  let second: u64 = 0;
  for (const end = a + bytes; a < end; a += 16, b += 16, c += 16) {
    const low = load<u64>(a);
    const high = load<u64>(a, 8);
    first += popcnt(low & load<u64>(b));
    second += popcnt(low & load<u64>(c));
    first += popcnt(high & load<u64>(b, 8));
    second += popcnt(high & load<u64>(c, 8));
  }
  store<i32>(out, load<i32>(out) + <i32>first);
  store<i32>(out, load<i32>(out, 4) + <i32>second, 4);
}

export function positions(bits: usize, bytes: i32, from: u32, limit: i32, out: usize): i32 {
  const words = <u32>bytes >>> 3;
  let word = from >>> 6;
  if (word >= words || limit <= 0) return 0;
  let left = load<u64>(bits + ((<usize>word) << 3)) & ((<u64>-1) << (from & 63));
  let found = 0;
  while (true) {
    while (left) {
      store<u32>(out + ((<usize>found) << 2), (word << 6) + <u32>ctz(left));
      left &= left - 1;
      found += 1;
      if (found == limit) return found;
    }
    word += 1;
    if (word == words) return found;
    left = load<u64>(bits + ((<usize>word) << 3));
  }
}

export function setGaps(list: usize, bytes: i32, bits: usize): void {
  let next: u32 = 0;
  for (const end = list + bytes; list < end;) {
    let byte = <u32>load<u8>(list);
    list += 1;
    let gap = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = <u32>load<u8>(list);
      list += 1;
      gap |= (byte & 0x7f) << shift;
    }
    next += gap;
    const place = bits + (next >>> 3);
    store<u8>(place, <u32>load<u8>(place) | (1 << (next & 7)));
    next += 1;
  }
}
