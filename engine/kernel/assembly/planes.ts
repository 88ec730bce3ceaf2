// Groups in planes. How many rows are in each of eight groups is worked out from how many have certain bits set, whatever
// their other bits are: eight counts of bits in one pass over three planes, where a bitmap for each group would be eight.

/** What of the planes stays in the innermost cache while they are gone through again. */
const block: i32 = 2048;
/** In the kernel's page: the rows of one outer group in a block, those of its upper planes, and of upper inner planes. */
const part: usize = 32768;
const ofUpper: usize = 36864;
const ofSet: usize = 40960;

export function countPlanes(
  bits: usize,
  outer: usize,
  outerStride: usize,
  outerMany: i32,
  outerGroups: i32,
  inner: usize,
  innerStride: usize,
  innerMany: i32,
  innerGroups: i32,
  counts: usize,
  bytes: i32,
): void {
  const width = <usize>4 << innerMany;
  memory.fill(counts, 0, <usize>outerGroups * width);
  for (let from = 0; from < bytes; from += block) {
    const size = <usize>min(block, bytes - from);
    if (outerMany == 0) {
      addSets(bits + from, inner + from, innerStride, innerGroups, counts, size);
      continue;
    }
    for (let group = 0; group < outerGroups; group++) {
      select(bits + from, outer + from, outerStride, outerMany, group, size);
      addSets(part, inner + from, innerStride, innerGroups, counts + <usize>group * width, size);
    }
  }
  for (let group = 0; group < outerGroups; group++) separate(counts + <usize>group * width, width);
}

/** Writes the rows of a group into `part`. Groups come in order, so that four share what their upper planes leave. */
function select(bits: usize, planes: usize, stride: usize, many: i32, group: i32, size: usize): void {
  if (!(group & 3)) {
    let from = bits;
    for (let bit = 2; bit < many; bit++) {
      keep(from, planes + <usize>bit * stride, (group >> bit) & 1, ofUpper, size);
      from = ofUpper;
    }
  }
  const first = i32x4.splat((group & 1) - 1);
  const second = i32x4.splat(((group >> 1) & 1) - 1);
  for (let at: usize = 0; at < size; at += 16) {
    const rows = v128.and(v128.load(ofUpper + at), v128.xor(v128.load(planes + at), first));
    v128.store(part + at, v128.and(rows, v128.xor(v128.load(planes + stride + at), second)));
  }
}

/** The rows that have a bit, or that have it not. */
function keep(from: usize, plane: usize, bit: i32, to: usize, size: usize): void {
  // All ones where the bit is to be missing.
  const turn = i32x4.splat(bit - 1);
  for (let at: usize = 0; at < size; at += 16) {
    v128.store(to + at, v128.and(v128.load(from + at), v128.xor(v128.load(plane + at), turn)));
  }
}

/** Adds to `sums[set]` how many rows have all bits of the set, for all sets below `groups` at least. */
function addSets(bits: usize, planes: usize, stride: usize, groups: i32, sums: usize, size: usize): void {
  for (let upper = 0; upper << 3 < groups; upper++) {
    let rows = bits;
    for (let bit = 0, plane = planes + 3 * stride; upper >> bit != 0; bit++, plane += stride) {
      if (!((upper >> bit) & 1)) continue;
      keep(rows, plane, 1, ofSet, size);
      rows = ofSet;
    }
    const left = groups - (upper << 3);
    const to = sums + (<usize>upper << 5);
    if (left <= 2) addTwo(rows, planes, to, size);
    else if (left <= 4) addFour(rows, planes, stride, to, size);
    else addEight(rows, planes, stride, to, size);
  }
}

function addTwo(bits: usize, p0: usize, to: usize, size: usize): void {
  let n0: u64 = 0;
  let n1: u64 = 0;
  for (let at: usize = 0; at < size; at += 8) {
    const rows = load<u64>(bits + at);
    n0 += popcnt(rows);
    n1 += popcnt(rows & load<u64>(p0 + at));
  }
  v128.store(to, i32x4.add(v128.load(to), four(n0, n1, 0, 0)));
}

function addFour(bits: usize, p0: usize, stride: usize, to: usize, size: usize): void {
  const p1 = p0 + stride;
  let n0: u64 = 0;
  let n1: u64 = 0;
  let n2: u64 = 0;
  let n3: u64 = 0;
  for (let at: usize = 0; at < size; at += 8) {
    const rows = load<u64>(bits + at);
    const x = rows & load<u64>(p0 + at);
    const y = load<u64>(p1 + at);
    n0 += popcnt(rows);
    n1 += popcnt(x);
    n2 += popcnt(rows & y);
    n3 += popcnt(x & y);
  }
  v128.store(to, i32x4.add(v128.load(to), four(n0, n1, n2, n3)));
}

function addEight(bits: usize, p0: usize, stride: usize, to: usize, size: usize): void {
  const p1 = p0 + stride;
  const p2 = p1 + stride;
  let n0: u64 = 0;
  let n1: u64 = 0;
  let n2: u64 = 0;
  let n3: u64 = 0;
  let n4: u64 = 0;
  let n5: u64 = 0;
  let n6: u64 = 0;
  let n7: u64 = 0;
  for (let at: usize = 0; at < size; at += 8) {
    const rows = load<u64>(bits + at);
    const x = load<u64>(p0 + at);
    const y = load<u64>(p1 + at);
    const z = rows & load<u64>(p2 + at);
    const both = x & y;
    n0 += popcnt(rows);
    n1 += popcnt(rows & x);
    n2 += popcnt(rows & y);
    n3 += popcnt(rows & both);
    n4 += popcnt(z);
    n5 += popcnt(z & x);
    n6 += popcnt(z & y);
    n7 += popcnt(z & both);
  }
  v128.store(to, i32x4.add(v128.load(to), four(n0, n1, n2, n3)));
  v128.store(to, i32x4.add(v128.load(to, 16), four(n4, n5, n6, n7)), 16);
}

// @ts-ignore: decorator
@inline
function four(a: u64, b: u64, c: u64, d: u64): v128 {
  const low = i32x4.replace_lane(i32x4.splat(<i32>a), 1, <i32>b);
  return i32x4.replace_lane(i32x4.replace_lane(low, 2, <i32>c), 3, <i32>d);
}

/** From the rows that have all bits of a set to those that have no others: bit by bit, those with one more are taken off. */
function separate(sums: usize, width: usize): void {
  for (let bit: usize = 4; bit < width; bit <<= 1) {
    for (let at: usize = 0; at < width; at += 4) {
      if (at & bit) continue;
      const place = sums + at;
      store<i32>(place, load<i32>(place) - load<i32>(place + bit));
    }
  }
}
