// Text in units of two bytes, the strings of JSON, and the checksum of a block.

export function find(text: usize, units: i32, needle: usize, needleUnits: i32, from: i32): i32 {
  if (!needleUnits) return from <= units ? from : -1;
  const last = units - needleUnits;
  const first = i16x8.splat(load<i16>(needle));
  const tail = <usize>(needleUnits - 1) << 1;
  const final = i16x8.splat(load<i16>(needle + tail));
  // First and last unit are compared at 32 places a turn; only where both agree is the rest looked at.
  for (let at = from; at <= last; at += 32) {
    const place = text + (<usize>at << 1);
    const a = both(place, tail, first, final);
    const b = both(place + 16, tail, first, final);
    const c = both(place + 32, tail, first, final);
    const d = both(place + 48, tail, first, final);
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue;
    let found = <u32>i8x16.bitmask(i8x16.narrow_i16x8_s(a, b)) | (<u32>i8x16.bitmask(i8x16.narrow_i16x8_s(c, d)) << 16);
    while (found) {
      const here = at + <i32>ctz(found);
      if (here > last) return -1;
      if (same(text + (<usize>here << 1), needle, needleUnits)) return here;
      found &= found - 1;
    }
  }
  return -1;
}

// @ts-ignore: decorator
@inline
function both(place: usize, tail: usize, first: v128, final: v128): v128 {
  return v128.and(i16x8.eq(v128.load(place), first), i16x8.eq(v128.load(place + tail), final));
}

// @ts-ignore: decorator
@inline
function same(text: usize, needle: usize, units: i32): bool {
  for (let unit = 1; unit < units - 1; unit += 1) {
    if (load<u16>(text + (<usize>unit << 1)) != load<u16>(needle + (<usize>unit << 1))) return false;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function quotesAndEscapes(place: usize): u32 {
  const bytes = v128.load(place);
  return i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))));
}

// @ts-ignore: decorator
@inline
function mixWord(hash: u32, word: u32): u32 {
  const mixed = (hash ^ word) * 0x9e3779b1;
  return mixed ^ (mixed >>> 15);
}

// @ts-ignore: decorator
@inline
function hashOf(from: usize, to: usize): u32 {
  let hash = <u32>(to - from);
  for (; from + 4 <= to; from += 4) hash = mixWord(hash, load<u32>(from));
  if (from == to) return hash;
  return mixWord(hash, load<u32>(from) & ((1 << (<u32>(to - from) << 3)) - 1));
}

export function jsonStrings(json: usize, bytes: i32, out: usize): i32 {
  const end = json + <usize>(<u32>bytes);
  let to = out;
  let from: usize = 0;
  let escaped: u32 = 0;
  // What a backslash stands before is no end of a string, be it a quote or another backslash.
  let passed: usize = 0;
  for (let at = json; at < end; at += 32) {
    let found = quotesAndEscapes(at) | (quotesAndEscapes(at + 16) << 16);
    for (; found; found &= found - 1) {
      const place = at + <usize>ctz(found);
      if (place >= end) break;
      if (place == passed) continue;
      if (load<u8>(place) == 0x5c) {
        escaped = 0x80000000;
        passed = place + 1;
      } else if (!from) {
        from = place + 1;
        escaped = 0;
      } else {
        store<u32>(to, <u32>(place - json) | escaped);
        store<u32>(to, hashOf(from, place), 4);
        to += 8;
        from = 0;
      }
    }
  }
  return <i32>((to - out) >> 3);
}

// @ts-ignore: decorator
@inline
function mix(lanes: v128, words: v128): v128 {
  const mixed = i32x4.mul(v128.xor(lanes, words), i32x4.splat(0x9e3779b1));
  return v128.xor(mixed, i32x4.shr_u(mixed, 15));
}

// @ts-ignore: decorator
@inline
function join(sum: u32, lane: u32): u32 {
  const mixed = (sum ^ lane) * 0x85ebca6b;
  return mixed ^ (mixed >>> 13);
}

// @ts-ignore: decorator
@inline
function joinAll(sum: u32, lanes: v128): u32 {
  sum = join(sum, i32x4.extract_lane(lanes, 0));
  sum = join(sum, i32x4.extract_lane(lanes, 1));
  sum = join(sum, i32x4.extract_lane(lanes, 2));
  return join(sum, i32x4.extract_lane(lanes, 3));
}

export function checksum(block: usize, bytes: i32, seed: i32): u32 {
  const seeds = i32x4.splat(seed);
  let a = i32x4.add(seeds, i32x4(0, 1, 2, 3));
  let b = i32x4.add(seeds, i32x4(4, 5, 6, 7));
  let c = i32x4.add(seeds, i32x4(8, 9, 10, 11));
  let d = i32x4.add(seeds, i32x4(12, 13, 14, 15));
  const end = block + <usize>(<u32>bytes);
  for (const most = block + <usize>(<u32>bytes & ~63); block < most; block += 64) {
    a = mix(a, v128.load(block));
    b = mix(b, v128.load(block, 16));
    c = mix(c, v128.load(block, 32));
    d = mix(d, v128.load(block, 48));
  }
  if (block < end) a = mix(a, v128.load(block));
  if (block + 16 < end) b = mix(b, v128.load(block, 16));
  if (block + 32 < end) c = mix(c, v128.load(block, 32));
  return joinAll(joinAll(joinAll(joinAll(<u32>bytes, a), b), c), d);
}
