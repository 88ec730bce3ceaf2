import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { bitmapsOf } from './bitmap-block.ts';
import { countRows } from './count-rows.ts';
import { mostGroups, refuseTooMany, type Grouping } from './group-key.ts';
import { valueBitmapsOf } from './value-bitmaps.ts';

/** Fewer people found than one in so many rows: going through the list of them is quicker than through bitmaps. */
const fewIn = 32;

/** Are the people found so many that bitmaps of the groups pay? */
export function isMany(ctx: FoundContext, count: number): boolean {
  return count * fewIn >= ctx.dataset.root.rows;
}

/**
 * How many of the people found are in each group, for several groupings in one pass: `counts[grouping][group]`.
 * The plain loop: `for (row of rows) for (grouping of groupings) counts[grouping][group(grouping, row)] += 1`.
 */
export function countGroups(
  ctx: FoundContext,
  groupings: readonly Grouping[],
  bits: Pointer,
  count: number,
): readonly Uint32Array<ArrayBuffer>[] {
  const cache = valueBitmapsOf(ctx.dataset);
  const blocks = groupings.map((grouping) => {
    ctx.expired();
    return isMany(ctx, count) ? cache.find(ctx, grouping) : undefined;
  });
  const common = countCommon(
    ctx,
    bits,
    blocks.flatMap((block) => (block ? bitmapsOf(block) : [])),
  );
  let next = 0;
  return groupings.map((grouping, index) => {
    const block = blocks[index];
    if (!block) return countRows(ctx, grouping, bits, count);
    const counts = new Uint32Array(grouping.size);
    for (const group of block.groups) {
      counts[group] = common[next] ?? 0;
      next += 1;
    }
    return counts;
  });
}

/** The number of rows that `bits` has in common with each bitmap. */
export function countCommon(
  ctx: FoundContext,
  bits: Pointer,
  bitmaps: readonly Pointer[],
): Uint32Array<ArrayBuffer> {
  const { arena, kernel, root } = ctx.dataset;
  const many = bitmaps.length;
  const block = ctx.scratch.take(many * 8);
  arena.u32(block, many).set(bitmaps);
  kernel.countAndMany(bits, block, many, block + many * 4, root.bitmapBytes);
  const counts = arena.u32(block + many * 4, many).slice();
  ctx.scratch.give(block, many * 8);
  return counts;
}

/** The groups to show, in order: those that are always shown and those that occur; "not filled in" last. */
export function groupsShown(grouping: Grouping, counts: Uint32Array, path: string): readonly number[] {
  const shown: number[] = [];
  for (let group = 1; group < grouping.size; group += 1) {
    if (group <= grouping.fixed || (counts[group] ?? 0) > 0) shown.push(group);
  }
  const { kind } = grouping.column;
  if (shown.length > mostGroups && (kind === 'text' || kind === 'number'))
    refuseTooMany(grouping.column, path);
  if (grouping.ranks) {
    const ranks = grouping.ranks();
    shown.sort((left, right) => (ranks[left] ?? 0) - (ranks[right] ?? 0));
  }
  if ((counts[0] ?? 0) > 0) shown.push(0);
  return shown;
}
