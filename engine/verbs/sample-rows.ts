import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';

const samples = 2048;

/** About two thousand of the rows found, from everywhere: the first one in each of as many stretches. */
export function sampleRows(ctx: FoundContext, bits: Pointer): Uint32Array<ArrayBuffer> {
  const { arena, root } = ctx.dataset;
  const words = arena.u32(bits, root.bitmapBytes >>> 2);
  const stretch = Math.max(1, Math.floor(words.length / samples));
  const rows: number[] = [];
  for (let start = 0; start < words.length; start += stretch) {
    const end = Math.min(words.length, start + stretch);
    for (let at = start; at < end; at += 1) {
      const word = words[at] ?? 0;
      if (word === 0) continue;
      rows.push(at * 32 + 31 - Math.clz32(word & -word));
      break;
    }
  }
  return Uint32Array.from(rows);
}
