import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';

/** Rows handled at once: their lists stay in the cache of the processor. */
export const chunkRows = 32_768;

/**
 * Hands out the rows found in lists of at most `chunkRows`, in order. A list is a view: it is read at once, and nothing
 * that allocates in the arena happens meanwhile.
 * The plain loop: `for (row of rows) if (bit(bits, row)) visit(row)`.
 */
export function eachChunk(
  ctx: FoundContext,
  bits: Pointer,
  visit: (rows: Uint32Array<ArrayBuffer>, list: Pointer) => void,
): void {
  const { arena, kernel, root } = ctx.dataset;
  const list = ctx.scratch.take(chunkRows * 4);
  let from = 0;
  for (;;) {
    const many = kernel.positions(bits, root.bitmapBytes, from, chunkRows, list);
    if (many === 0) break;
    const rows = arena.u32(list, many);
    from = (rows[many - 1] ?? 0) + 1;
    visit(rows, list);
    if (many < chunkRows) break;
    ctx.expired();
  }
  ctx.scratch.give(list, chunkRows * 4);
}

/** The first `limit` rows found from row `from` on, as an array of their own. */
export function foundRows(ctx: FoundContext, bits: Pointer, limit: number): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(limit);
  let filled = 0;
  const { arena, kernel, root } = ctx.dataset;
  const list = ctx.scratch.take(chunkRows * 4);
  let from = 0;
  while (filled < limit) {
    const most = Math.min(chunkRows, limit - filled);
    const many = kernel.positions(bits, root.bitmapBytes, from, most, list);
    const rows = arena.u32(list, many);
    out.set(rows, filled);
    filled += many;
    if (many < most) break;
    from = (rows[many - 1] ?? 0) + 1;
  }
  ctx.scratch.give(list, chunkRows * 4);
  return filled === limit ? out : out.slice(0, filled);
}
