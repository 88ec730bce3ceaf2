import type { Kernel, Planes } from '../kernel.ts';
import { bitsIn, type Views } from './views.ts';

/** Words of a bitmap that stay in the innermost cache while the planes are gone through again. */
const blockWords = 512;

export function plainPlanes(views: () => Views): Pick<Kernel, 'countPlanes' | 'planes8' | 'planes16'> {
  const part = new Int32Array(blockWords);

  /** The planes of keys that stand in a view from a place on. */
  function planes(
    keys: Uint8Array | Uint16Array,
    first: number,
    rows: number,
    groups: number,
    out: number,
    stride: number,
    many: number,
  ): void {
    const { u8, i32 } = views();
    for (let row = 0; row < rows; row += 32) {
      const words = new Int32Array(many);
      for (let at = row; at < Math.min(rows, row + 32); at += 1) {
        const group = u8[groups + (keys[first + at] as number)] as number;
        for (let bit = 0; bit < many; bit += 1) {
          words[bit] = (words[bit] as number) | (((group >>> bit) & 1) << (at & 31));
        }
      }
      for (let bit = 0; bit < many; bit += 1)
        i32[(out + bit * stride + (row >>> 3)) >>> 2] = words[bit] as number;
    }
  }

  /** The rows of a group in a block, into `part`. */
  function select(bits: Int32Array, { pointer, stride, many }: Planes, group: number, from: number): void {
    const { i32 } = views();
    part.set(bits);
    for (let bit = 0; bit < many; bit += 1) {
      const plane = ((pointer + bit * stride) >>> 2) + from;
      const turn = ((group >> bit) & 1) - 1;
      for (let word = 0; word < bits.length; word += 1) {
        part[word] = (part[word] as number) & ((i32[plane + word] as number) ^ turn);
      }
    }
  }

  /** Adds to `sums[set]` how many rows have all bits of the set, for all sets below the groups, rounded up to eight. */
  function addSets(bits: Int32Array, { pointer, stride, groups }: Planes, from: number, sums: number): void {
    const { i32, u32 } = views();
    const plane = (index: number) => ((pointer + index * stride) >>> 2) + from;
    const [p0, p1, p2] = [plane(0), plane(1), plane(2)];
    for (let upper = 0; upper << 3 < groups; upper += 1) {
      const others = [0, 1, 2].filter((bit) => (upper >> bit) & 1).map((bit) => plane(3 + bit));
      const n = new Uint32Array(8);
      for (let word = 0; word < bits.length; word += 1) {
        let rows = bits[word] as number;
        for (const other of others) rows &= i32[other + word] as number;
        if (rows === 0) continue;
        const a = rows & (i32[p0 + word] as number);
        const b = rows & (i32[p1 + word] as number);
        const c = i32[p2 + word] as number;
        n[0] = (n[0] as number) + bitsIn(rows);
        n[1] = (n[1] as number) + bitsIn(a);
        n[2] = (n[2] as number) + bitsIn(b);
        n[3] = (n[3] as number) + bitsIn(a & b);
        n[4] = (n[4] as number) + bitsIn(rows & c);
        n[5] = (n[5] as number) + bitsIn(a & c);
        n[6] = (n[6] as number) + bitsIn(b & c);
        n[7] = (n[7] as number) + bitsIn(a & b & c);
      }
      for (let set = 0; set < 8; set += 1) {
        const at = sums + (upper << 3) + set;
        u32[at] = (u32[at] as number) + (n[set] as number);
      }
    }
  }

  return {
    planes8: (column, rows, ...rest) => planes(views().u8, column, rows, ...rest),
    planes16: (column, rows, ...rest) => planes(views().u16, column >>> 1, rows, ...rest),
    countPlanes(bits, outer, inner, counts, bytes) {
      const { i32, u32 } = views();
      const width = 1 << inner.many;
      const first = counts >>> 2;
      u32.fill(0, first, first + outer.groups * width);
      for (let from = 0; from < bytes >>> 2; from += blockWords) {
        const size = Math.min(blockWords, (bytes >>> 2) - from);
        const block = i32.subarray((bits >>> 2) + from, (bits >>> 2) + from + size);
        for (let group = 0; group < outer.groups; group += 1) {
          if (outer.many > 0) select(block, outer, group, from);
          addSets(outer.many > 0 ? part.subarray(0, size) : block, inner, from, first + group * width);
        }
      }
      for (let group = 0; group < outer.groups; group += 1) separate(u32, first + group * width, width);
    },
  };
}

/** From the rows that have all bits of a set to those that have no others: bit by bit, those with one more are taken off. */
function separate(u32: Uint32Array, sums: number, width: number): void {
  for (let bit = 1; bit < width; bit <<= 1) {
    for (let set = 0; set < width; set += 1) {
      if ((set & bit) !== 0) continue;
      u32[sums + set] = (u32[sums + set] as number) - (u32[sums + set + bit] as number);
    }
  }
}
