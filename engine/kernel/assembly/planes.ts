// Groups in planes. How many rows are in each of eight groups is worked out from how many have certain bits set, whatever
// their other bits are: eight counts of bits in one pass over three planes, where a bitmap for each group would be eight.
// Groups of the outer field are sets of bits as well, so that one bitmap is needed for each, made from one before by one
// plane more.

/** What of the planes stays in the innermost cache while they are gone through again. */
const block: i32 = 2048;
/** In the kernel's page: the rows of an upper set of the inner field, and for each outer plane those of the last set. */
const ofUpper: usize = 32768;
const ofOuter: usize = 34816;

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
  const whole = <usize>outerGroups * width;
  memory.fill(counts, 0, whole);
  for (let from = 0; from < bytes; from += block) {
    const size = <usize>min(block, bytes - from);
    for (let set = 0; set < outerGroups; set++) {
      const rows = outerRows(bits + from, outer + from, outerStride, set, size);
      addSets(rows, inner + from, innerStride, innerGroups, counts + <usize>set * width, size);
    }
  }
  separate(counts, whole, 4, width);
  separate(counts, whole, width, width << outerMany);
}

/** The rows that have all bits of an outer set. Sets come in order, so those of the set without its lowest bit are there. */
function outerRows(bits: usize, planes: usize, stride: usize, set: i32, size: usize): usize {
  if (!set) return bits;
  const before = set & (set - 1);
  const from = before ? ofOuter + <usize>ctz(before) * block : bits;
  const to = ofOuter + <usize>ctz(set) * block;
  both(from, planes + <usize>ctz(set) * stride, to, size);
  return to;
}

function both(a: usize, b: usize, to: usize, size: usize): void {
  for (let at: usize = 0; at < size; at += 16) {
    v128.store(to + at, v128.and(v128.load(a + at), v128.load(b + at)));
  }
}

/** Adds to `sums[set]` how many rows have all bits of the set, for all sets below `groups` at least. */
function addSets(bits: usize, planes: usize, stride: usize, groups: i32, sums: usize, size: usize): void {
  for (let upper = 0; upper << 3 < groups; upper++) {
    let rows = bits;
    for (let bit = 0, plane = planes + 3 * stride; upper >> bit != 0; bit++, plane += stride) {
      if (!((upper >> bit) & 1)) continue;
      both(rows, plane, ofUpper, size);
      rows = ofUpper;
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

/**
 * From the rows that have all bits of a set to those that have no others: bit by bit, those with one more are taken off.
 * The bits are those from `first` below `end` of the places; sets from `whole` on have no rows.
 */
function separate(sums: usize, whole: usize, first: usize, end: usize): void {
  for (let bit = first; bit < end; bit <<= 1) {
    for (let at: usize = 0; at + bit < whole; at += 4) {
      if (at & bit) continue;
      const place = sums + at;
      store<i32>(place, load<i32>(place) - load<i32>(place + bit));
    }
  }
}

// @ts-ignore: decorator
@inline
function groupOf<T>(column: usize, row: usize, groups: usize): u64 {
  return load<u8>(groups + <usize>load<T>(column + row * sizeof<T>()));
}

/** The groups of eight rows, a byte each. */
// @ts-ignore: decorator
@inline
function groupsOf<T>(column: usize, row: usize, groups: usize): u64 {
  return (
    groupOf<T>(column, row, groups) |
    (groupOf<T>(column, row + 1, groups) << 8) |
    (groupOf<T>(column, row + 2, groups) << 16) |
    (groupOf<T>(column, row + 3, groups) << 24) |
    (groupOf<T>(column, row + 4, groups) << 32) |
    (groupOf<T>(column, row + 5, groups) << 40) |
    (groupOf<T>(column, row + 6, groups) << 48) |
    (groupOf<T>(column, row + 7, groups) << 56)
  );
}

/** Sixteen rows a turn: the bit that is wanted is moved to the top of every byte, and all tops are taken at once. */
// @ts-ignore: decorator
@inline
function planes<T>(column: usize, rows: i32, groups: usize, out: usize, stride: usize, many: i32): void {
  for (let row = 0; row < rows; row += 16, column += 16 * sizeof<T>(), out += 2) {
    const low = i64x2.splat(groupsOf<T>(column, 0, groups));
    const found = i64x2.replace_lane(low, 1, groupsOf<T>(column, 8, groups));
    for (let bit = 0, to = out; bit < many; bit++, to += stride) {
      store<u16>(to, i8x16.bitmask(i16x8.shl(found, 7 - bit)));
    }
  }
}

export function planes8(column: usize, rows: i32, groups: usize, out: usize, stride: usize, many: i32): void {
  planes<u8>(column, rows, groups, out, stride, many);
}

export function planes16(column: usize, rows: i32, groups: usize, out: usize, stride: usize, many: i32): void {
  planes<u16>(column, rows, groups, out, stride, many);
}
