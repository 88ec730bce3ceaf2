import type { Kernel } from '../kernel.ts';
import { bitsIn, type Views } from './views.ts';

type Bitmaps = Pick<
  Kernel,
  'and' | 'or' | 'andNot' | 'count' | 'countAnd' | 'positions' | 'setGaps' | 'checksum'
>;

export function plainBitmaps(views: () => Views): Bitmaps {
  function countWords(i32: Int32Array, a: number, b: number, words: number): number {
    let count = 0;
    for (let word = 0; word < words; word += 1) {
      count += bitsIn((i32[a + word] as number) & (i32[b + word] as number));
    }
    return count;
  }

  return {
    and(a, b, out, bytes) {
      const { i32 } = views();
      for (
        let x = a >>> 2, y = b >>> 2, z = out >>> 2, end = x + (bytes >>> 2);
        x < end;
        x += 1, y += 1, z += 1
      ) {
        i32[z] = (i32[x] as number) & (i32[y] as number);
      }
    },

    or(a, b, out, bytes) {
      const { i32 } = views();
      for (
        let x = a >>> 2, y = b >>> 2, z = out >>> 2, end = x + (bytes >>> 2);
        x < end;
        x += 1, y += 1, z += 1
      ) {
        i32[z] = (i32[x] as number) | (i32[y] as number);
      }
    },

    andNot(a, b, out, bytes) {
      const { i32 } = views();
      for (
        let x = a >>> 2, y = b >>> 2, z = out >>> 2, end = x + (bytes >>> 2);
        x < end;
        x += 1, y += 1, z += 1
      ) {
        i32[z] = (i32[x] as number) & ~(i32[y] as number);
      }
    },

    count: (a, bytes) => countWords(views().i32, a >>> 2, a >>> 2, bytes >>> 2),
    countAnd: (a, b, bytes) => countWords(views().i32, a >>> 2, b >>> 2, bytes >>> 2),

    positions(bits, bytes, from, limit, out) {
      const { u32, i32 } = views();
      const words = bytes >>> 2;
      let found = 0;
      for (let word = from >>> 5; word < words && found < limit; word += 1) {
        let left = i32[(bits >>> 2) + word] as number;
        if (word === from >>> 5) left &= -1 << (from & 31);
        while (left !== 0 && found < limit) {
          const lowest = left & -left;
          left ^= lowest;
          u32[(out >>> 2) + found] = word * 32 + 31 - Math.clz32(lowest);
          found += 1;
        }
      }
      return found;
    },

    setGaps(list, bytes, bits) {
      const { u8 } = views();
      let row = -1;
      for (let at = list, end = list + bytes; at < end;) {
        let gap = 0;
        let byte: number;
        let shift = 0;
        do {
          byte = u8[at] as number;
          at += 1;
          gap |= (byte & 0x7f) << shift;
          shift += 7;
        } while (byte >= 0x80);
        row += gap + 1;
        const place = bits + (row >>> 3);
        u8[place] = (u8[place] as number) | (1 << (row & 7));
      }
    },

    checksum(block, bytes, seed) {
      const { i32 } = views();
      const lanes = new Int32Array(16);
      for (let lane = 0; lane < 16; lane += 1) lanes[lane] = seed + lane;
      const first = block >>> 2;
      for (let word = 0; word < bytes >>> 2; word += 1) {
        const lane = word & 15;
        const mixed = Math.imul((lanes[lane] as number) ^ (i32[first + word] as number), 0x9e3779b1);
        lanes[lane] = mixed ^ (mixed >>> 15);
      }
      let sum = bytes;
      for (const lane of lanes) {
        sum = Math.imul(sum ^ lane, 0x85ebca6b);
        sum ^= sum >>> 13;
      }
      return sum >>> 0;
    },
  };
}
