import type { FacetValue, GroupKey } from '../ask.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { countGroups, groupsShown } from './count-groups.ts';
import { resolveGroupKey } from './group-key.ts';

/**
 * The counts of each field's values among the people found, all fields in one pass.
 * The plain loop: `keys.map((key) => group([key]))`.
 */
export function facetsOfFound(
  ctx: FoundContext,
  keys: readonly GroupKey[],
  bits: Pointer,
  count: number,
): readonly (readonly FacetValue[])[] {
  const groupings = keys.map((key, index) => resolveGroupKey(ctx, key, bits, count, `keys[${index}]`));
  const counts = countGroups(ctx, groupings, bits, count);
  return groupings.map((grouping, index) => {
    const own = counts[index] ?? new Uint32Array();
    const shown = groupsShown(grouping, own, `keys[${index}]`);
    return shown.map((group) => ({ ...grouping.describe(group), count: own[group] ?? 0 }));
  });
}
