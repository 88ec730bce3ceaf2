import type { LinearMemory } from '../../memory/arena.ts';

/** The whole memory as numbers of one, two and four bytes. */
export interface Views {
  readonly u8: Uint8Array<ArrayBuffer>;
  readonly u16: Uint16Array<ArrayBuffer>;
  readonly u32: Uint32Array<ArrayBuffer>;
  readonly i32: Int32Array<ArrayBuffer>;
}

/** Views that are made anew when the memory has grown. */
export function viewsOf(memory: LinearMemory): () => Views {
  let buffer: ArrayBuffer | undefined;
  let views: Views;
  return () => {
    if (buffer !== memory.buffer) {
      buffer = memory.buffer;
      views = {
        u8: new Uint8Array(buffer),
        u16: new Uint16Array(buffer),
        u32: new Uint32Array(buffer),
        i32: new Int32Array(buffer),
      };
    }
    return views;
  };
}

export function bitsIn(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
