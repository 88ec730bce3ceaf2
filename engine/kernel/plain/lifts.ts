import type { Kernel } from '../kernel.ts';
import { liftMonths } from './lift-months.ts';
import { bitsIn, type Views } from './views.ts';

type Lifts = Pick<Kernel, 'liftAny' | 'liftCount' | 'liftSequence' | 'liftRow' | 'liftMonths' | 'lower'>;

/** Up to 32 bits of a bitmap from a row on, in the low bits of a word. */
function window32(i32: Int32Array, bits: number, row: number, length: number): number {
  const at = (bits >>> 2) + (row >>> 5);
  const shift = row & 31;
  const low = (i32[at] as number) >>> shift;
  const all = shift === 0 ? low : low | ((i32[at + 1] as number) << (32 - shift));
  return length >= 32 ? all : all & ((1 << length) - 1);
}

export function plainLifts(views: () => Views): Lifts {
  return {
    liftAny(start, length, parents, rowBits, out) {
      const { u16, u32, i32 } = views();
      for (let word = 0; word < (parents + 31) >>> 5; word += 1) {
        const end = Math.min(32, parents - word * 32);
        let found = 0;
        for (let k = 0; k < end; k += 1) {
          let row = u32[(start >>> 2) + word * 32 + k] as number;
          let left = u16[(length >>> 1) + word * 32 + k] as number;
          let any = 0;
          while (left > 0 && any === 0) {
            any = window32(i32, rowBits, row, left);
            row += 32;
            left -= 32;
          }
          if (any !== 0) found |= 1 << k;
        }
        i32[(out >>> 2) + word] = found;
      }
    },

    liftCount(start, length, parents, rowBits, out) {
      const { u16, u32, i32 } = views();
      for (let parent = 0; parent < parents; parent += 1) {
        let row = u32[(start >>> 2) + parent] as number;
        let count = 0;
        for (let left = u16[(length >>> 1) + parent] as number; left > 0; left -= 32, row += 32) {
          count += bitsIn(window32(i32, rowBits, row, left));
        }
        u16[(out >>> 1) + parent] = count;
      }
    },

    liftSequence(start, length, parents, visible, rowBits, take, atLeast, newest, candidates, out) {
      const { u8, u16, u32, i32 } = views();
      const isIn = (bits: number, row: number): boolean =>
        (((u8[bits + (row >>> 3)] as number) >>> (row & 7)) & 1) === 1;
      for (let word = 0; word < (parents + 31) >>> 5; word += 1) {
        let left = i32[(candidates >>> 2) + word] as number;
        let found = 0;
        while (left !== 0) {
          const lowest = left & -left;
          left ^= lowest;
          const parent = word * 32 + 31 - Math.clz32(lowest);
          if (parent >= parents) break;
          const first = u32[(start >>> 2) + parent] as number;
          const rows = u16[(length >>> 1) + parent] as number;
          if (rows < 32) {
            const window = window32(i32, visible, first, rows);
            // Nearly always rows can be seen up to some row and none after it: then none has to be looked at alone.
            if ((window & (window + 1)) === 0) {
              const wanted = window32(i32, rowBits, first, rows) & window;
              const drop = newest === 1 ? Math.max(bitsIn(window) - take, 0) : 0;
              const within = newest === 1 || take > 31 ? -1 : (1 << take) - 1;
              if (bitsIn((wanted & within) >>> drop) >= atLeast) found |= lowest;
              continue;
            }
          }
          const last = first + rows - 1;
          const step = newest === 1 ? -1 : 1;
          let seen = 0;
          let met = 0;
          for (
            let row = newest === 1 ? last : first;
            row >= first && row <= last && seen < take;
            row += step
          ) {
            if (!isIn(visible, row)) continue;
            seen += 1;
            if (isIn(rowBits, row)) met += 1;
          }
          if (met >= atLeast) found |= lowest;
        }
        i32[(out >>> 2) + word] = found;
      }
    },

    liftRow(start, length, parents, rowBits, newest, out) {
      const { u16, u32, i32 } = views();
      for (let parent = 0; parent < parents; parent += 1) {
        const first = u32[(start >>> 2) + parent] as number;
        const rows = u16[(length >>> 1) + parent] as number;
        let found = 0;
        for (let from = 0; from < rows; from += 32) {
          const bits = window32(i32, rowBits, first + from, rows - from);
          if (bits === 0) continue;
          found = first + from + 1 + (31 - Math.clz32(newest === 1 ? bits : bits & -bits));
          if (newest === 0) break;
        }
        u32[(out >>> 2) + parent] = found;
      }
    },

    liftMonths: (...work) => liftMonths(views(), work),

    lower(start, length, parents, parentBits, out) {
      const { u8, u16, u32, i32 } = views();
      for (let word = 0; word < (parents + 31) >>> 5; word += 1) {
        let left = i32[(parentBits >>> 2) + word] as number;
        while (left !== 0) {
          const lowest = left & -left;
          left ^= lowest;
          const parent = word * 32 + 31 - Math.clz32(lowest);
          if (parent >= parents) break;
          const first = u32[(start >>> 2) + parent] as number;
          const end = first + (u16[(length >>> 1) + parent] as number);
          for (let row = first; row < end; row += 1) {
            const at = out + (row >>> 3);
            u8[at] = (u8[at] as number) | (1 << (row & 7));
          }
        }
      }
    },
  };
}
