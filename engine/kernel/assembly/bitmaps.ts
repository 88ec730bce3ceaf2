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
