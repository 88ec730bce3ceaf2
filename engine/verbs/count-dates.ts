import { dayKey, monthIndex } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import type { KeyedColumn } from '../table/dataset.ts';
import { chunkRows, eachChunk } from './found-rows.ts';

/** Months of dates are below this. */
export const monthDomain = monthIndex(dayKey(2199, 12, 31)) + 1;

const partsOfMonth = 64;

/**
 * How often each date key occurs among the people found, `counts[key]`; months and what is known beside them are looked
 * up apart and counted together.
 * The plain loop: `for (row of rows) counts[dateKey(row)] += 1`.
 */
export function countDates(
  ctx: FoundContext,
  column: KeyedColumn & { kind: 'date' },
  bits: Pointer,
): Uint32Array<ArrayBuffer> {
  const { arena, kernel } = ctx.dataset;
  const { months, parts } = column;
  const keys = monthDomain * partsOfMonth;
  const sums = ctx.scratch.take(keys * 4);
  const cells = ctx.scratch.take(chunkRows * 4);
  const maps = ctx.scratch.take((monthDomain + partsOfMonth) * 4);
  const ofParts = maps + monthDomain * 4;
  arena.u32(sums, keys).fill(0);
  arena.u32(maps, monthDomain).set(Uint32Array.from({ length: monthDomain }, (_, month) => month << 6));
  arena.u32(ofParts, partsOfMonth).set(Uint32Array.from({ length: partsOfMonth }, (_, part) => part ^ 1));
  eachChunk(ctx, bits, (rows, list) => {
    const many = rows.length;
    arena.u32(cells, many).fill(parts.width === 0 ? 1 : 0);
    if (months.width === 1) kernel.gather8(months.pointer, list, many, maps, cells);
    else if (months.width === 2) kernel.gather16(months.pointer, list, many, maps, cells);
    if (parts.width === 1) kernel.gather8(parts.pointer, list, many, ofParts, cells);
    kernel.histogramList(cells, many, sums);
  });
  const counts = arena.u32(sums, keys).slice();
  ctx.scratch.give(maps, (monthDomain + partsOfMonth) * 4);
  ctx.scratch.give(cells, chunkRows * 4);
  ctx.scratch.give(sums, keys * 4);
  // No date is month 0 with nothing known beside it, which is stored like a month.
  counts[0] = counts[1] ?? 0;
  counts[1] = 0;
  return counts;
}
