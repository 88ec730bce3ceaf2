import type { Kernel } from '../kernel.ts';
import type { Views } from './views.ts';

type Scans = Pick<Kernel, 'inSet8' | 'inSet16' | 'inSet32' | 'range8' | 'range16' | 'range32'>;

// Every loop makes one word of the bitmap from 32 keys; with mode 1 words that are 0 already are passed over.
export function plainScans(views: () => Views): Scans {
  const wanted = new Uint8Array(256);

  function scan8(column: number, rows: number, out: number, mode: 0 | 1): void {
    const { u8, i32 } = views();
    const words = (rows + 31) >>> 5;
    for (let word = 0, at = out >>> 2; word < words; word += 1, at += 1) {
      const before = mode === 1 ? (i32[at] as number) : -1;
      if (before === 0) continue;
      let bits = 0;
      for (let k = 0, p = column + word * 32; k < 32; k += 4, p += 4) {
        bits |=
          ((wanted[u8[p] as number] as number) << k) |
          ((wanted[u8[p + 1] as number] as number) << (k + 1)) |
          ((wanted[u8[p + 2] as number] as number) << (k + 2)) |
          ((wanted[u8[p + 3] as number] as number) << (k + 3));
      }
      i32[at] = bits & before;
    }
  }

  /** Keys are tested one by one against a bit set. */
  function scanSet(
    keysOf: 'u16' | 'u32',
    first: number,
    rows: number,
    set: Parameters<Kernel['inSet16']>,
  ): void {
    const [, , bits, keys, out, mode] = set;
    const { u8, i32 } = views();
    const column = views()[keysOf];
    const words = (rows + 31) >>> 5;
    for (let word = 0, at = out >>> 2; word < words; word += 1, at += 1) {
      let left = mode === 1 ? (i32[at] as number) : -1;
      let found = 0;
      while (left !== 0) {
        const lowest = left & -left;
        left ^= lowest;
        const key = column[first + word * 32 + 31 - Math.clz32(lowest)] as number;
        if (key < keys && ((u8[bits + (key >>> 3)] as number) >>> (key & 7)) & 1) found |= lowest;
      }
      i32[at] = found;
    }
  }

  return {
    inSet8(column, rows, table, out, mode) {
      const { u8 } = views();
      for (let key = 0; key < 256; key += 1) wanted[key] = u8[table + key] === 0 ? 0 : 1;
      scan8(column, rows, out, mode);
    },

    inSet16: (...set) => scanSet('u16', set[0] >>> 1, set[1], set),
    inSet32: (...set) => scanSet('u32', set[0] >>> 2, set[1], set),

    range8(column, rows, low, high, out, mode) {
      for (let key = 0; key < 256; key += 1) wanted[key] = key >= low && key <= high ? 1 : 0;
      scan8(column, rows, out, mode);
    },

    range16(column, rows, low, high, out, mode) {
      const { u16, i32 } = views();
      // Beyond 16 bits no key stands: with the limits cut down, differences keep their sign in 32 bits.
      const from = Math.min(low, 0x10000);
      const to = Math.min(high, 0xffff);
      const words = (rows + 31) >>> 5;
      for (let word = 0, at = out >>> 2; word < words; word += 1, at += 1) {
        const before = mode === 1 ? (i32[at] as number) : -1;
        if (before === 0) continue;
        let outside = 0;
        for (let k = 0, p = (column >>> 1) + word * 32; k < 32; k += 2, p += 2) {
          const first = u16[p] as number;
          const second = u16[p + 1] as number;
          outside |=
            ((((first - from) | (to - first)) >>> 31) << k) |
            ((((second - from) | (to - second)) >>> 31) << (k + 1));
        }
        i32[at] = ~outside & before;
      }
    },

    range32(column, rows, low, high, out, mode) {
      const { u32, i32 } = views();
      const words = (rows + 31) >>> 5;
      for (let word = 0, at = out >>> 2; word < words; word += 1, at += 1) {
        const before = mode === 1 ? (i32[at] as number) : -1;
        if (before === 0) continue;
        let bits = 0;
        for (let k = 0, p = (column >>> 2) + word * 32; k < 32; k += 1, p += 1) {
          const key = u32[p] as number;
          if (key >= low && key <= high) bits |= 1 << k;
        }
        i32[at] = bits & before;
      }
    },
  };
}
