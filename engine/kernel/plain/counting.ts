import type { Kernel } from '../kernel.ts';
import type { Views } from './views.ts';

type Counting = Pick<
  Kernel,
  | 'histogram8'
  | 'histogram16'
  | 'histogram32'
  | 'histogramList'
  | 'cross8'
  | 'gather8'
  | 'gather16'
  | 'gather32'
  | 'nth8'
  | 'nth16'
  | 'nth32'
>;

type Width = 'u8' | 'u16' | 'u32';
const shifts = { u8: 0, u16: 1, u32: 2 } as const;

export function plainCounting(views: () => Views): Counting {
  function histogram(width: Width, column: number, bits: number, bytes: number, counts: number): void {
    const { i32, u32 } = views();
    const keys = views()[width];
    const first = column >>> shifts[width];
    const into = counts >>> 2;
    for (let word = 0; word < bytes >>> 2; word += 1) {
      let left = i32[(bits >>> 2) + word] as number;
      while (left !== 0) {
        const lowest = left & -left;
        left ^= lowest;
        const at = into + (keys[first + word * 32 + 31 - Math.clz32(lowest)] as number);
        u32[at] = (u32[at] as number) + 1;
      }
    }
  }

  function gather(width: Width, [column, rows, many, map, groups]: Parameters<Kernel['gather8']>): void {
    const { u32 } = views();
    const keys = views()[width];
    const first = column >>> shifts[width];
    for (let i = 0; i < many; i += 1) {
      const key = keys[first + (u32[(rows >>> 2) + i] as number)] as number;
      const at = (groups >>> 2) + i;
      u32[at] = (u32[at] as number) + (u32[(map >>> 2) + key] as number);
    }
  }

  /** Fixes the key bit by bit from the top: how many of the rows lie below the half that is asked about? */
  function nth(width: Width, [column, bits, bytes, place, greatest]: Parameters<Kernel['nth8']>): number {
    const { i32 } = views();
    const keys = views()[width];
    const first = column >>> shifts[width];
    const flip = greatest === 1 ? 2 ** (8 << shifts[width]) - 1 : 0;
    let fixed = 0;
    let left = place;
    for (let shift = (8 << shifts[width]) - 8; shift >= 0; shift -= 8) {
      const counts = new Uint32Array(256);
      for (let word = 0; word < bytes >>> 2; word += 1) {
        let rows = i32[(bits >>> 2) + word] as number;
        while (rows !== 0) {
          const lowest = rows & -rows;
          rows ^= lowest;
          const key =
            (((keys[first + word * 32 + 31 - Math.clz32(lowest)] as number) ^ flip) >>> shift) >>> 0;
          // With the bits fixed so far in front, those of this step are what is left.
          const digit = key - fixed * 256;
          if (digit >= 0 && digit < 256) counts[digit] = (counts[digit] as number) + 1;
        }
      }
      let digit = 0;
      while (digit < 255 && (counts[digit] as number) <= left) {
        left -= counts[digit] as number;
        digit += 1;
      }
      fixed = fixed * 256 + digit;
    }
    return (fixed ^ flip) >>> 0;
  }

  return {
    histogram8: (column, bits, bytes, counts) => histogram('u8', column, bits, bytes, counts),
    histogram16: (column, bits, bytes, counts) => histogram('u16', column, bits, bytes, counts),
    histogram32: (column, bits, bytes, counts) => histogram('u32', column, bits, bytes, counts),

    histogramList(groups, many, counts) {
      const { u32 } = views();
      for (let at = groups >>> 2, end = at + many; at < end; at += 1) {
        const group = (counts >>> 2) + (u32[at] as number);
        u32[group] = (u32[group] as number) + 1;
      }
    },

    cross8(a, b, stride, bits, bytes, counts) {
      const { u8, i32, u32 } = views();
      for (let word = 0; word < bytes >>> 2; word += 1) {
        let left = i32[(bits >>> 2) + word] as number;
        while (left !== 0) {
          const lowest = left & -left;
          left ^= lowest;
          const row = word * 32 + 31 - Math.clz32(lowest);
          const at = (counts >>> 2) + (u8[a + row] as number) * stride + (u8[b + row] as number);
          u32[at] = (u32[at] as number) + 1;
        }
      }
    },

    gather8: (...work) => gather('u8', work),
    gather16: (...work) => gather('u16', work),
    gather32: (...work) => gather('u32', work),

    nth8: (...work) => nth('u8', work),
    nth16: (...work) => nth('u16', work),
    nth32: (...work) => nth('u32', work),
  };
}
