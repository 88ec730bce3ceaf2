import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { countRows } from './count-rows.ts';
import { countPlaces } from './group-planes.ts';
import { mostGroups, refuseTooMany, type Grouping } from './group-key.ts';
import { keptPlanesOf } from './kept-planes.ts';

/** Fewer people found than one in so many rows: going through the list of them is quicker than through planes. */
const fewIn = 32;

/** Are the people found so many that planes of the groups pay? */
export function isMany(ctx: FoundContext, count: number): boolean {
  return count * fewIn >= ctx.dataset.root.rows;
}

/**
 * How many of the people found are in each group, for several groupings: `counts[grouping][group]`.
 * The plain loop: `for (row of rows) for (grouping of groupings) counts[grouping][group(grouping, row)] += 1`.
 */
export function countGroups(
  ctx: FoundContext,
  groupings: readonly Grouping[],
  bits: Pointer,
  count: number,
): readonly Uint32Array<ArrayBuffer>[] {
  const cache = keptPlanesOf(ctx.dataset);
  return groupings.map((grouping) => {
    ctx.expired();
    const planes = isMany(ctx, count) ? cache.find(ctx, grouping) : undefined;
    if (!planes) return countRows(ctx, grouping, bits, count);
    const [common = new Uint32Array()] = countPlaces(ctx, bits, planes);
    const counts = new Uint32Array(grouping.size);
    for (const [place, group] of planes.groups.entries()) counts[group] = common[place] ?? 0;
    return counts;
  });
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
