import type { GroupedCounts, GroupKey } from '../ask.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { countGroups, groupsShown } from './count-groups.ts';
import { countPairs, crossCounts, type Axis } from './cross.ts';
import { resolveGroupKey } from './group-key.ts';
import { refuse } from './refuse.ts';

const mostCells = 4_000_000;

/**
 * Counts over one to three keys. Everybody found is in one group of each key, so that counts add up to the total.
 * The plain loop: `for (row of rows) counts[cell(groups(row))] += 1`.
 */
export function groupFound(
  ctx: FoundContext,
  keys: readonly GroupKey[],
  bits: Pointer,
  count: number,
): GroupedCounts {
  if (keys.length < 1 || keys.length > 3) return refuse('keys', '请选择一至三个分组项');
  const groupings = keys.map((key, index) => resolveGroupKey(ctx, key, bits, count, `keys[${index}]`));
  const [outer, inner] = groupings;
  const pair = outer && inner && groupings.length === 2 ? countPairs(ctx, outer, inner, bits, count) : null;
  const single = pair?.single ?? countGroups(ctx, groupings, bits, count);
  const axes = groupings.map((grouping, index): Axis => {
    const shown = groupsShown(grouping, single[index] ?? new Uint32Array(), `keys[${index}]`);
    return { grouping, shown };
  });
  const cells = axes.reduce((product, { shown }) => product * shown.length, 1);
  if (cells > mostCells) {
    return refuse('keys', `表格超过了 ${mostCells / 10_000} 万格，请分段、归并，或者缩小范围`);
  }
  const counts = pair?.counts(axes) ?? cellCounts(ctx, axes, single, bits, count);
  const groups = axes.map(({ grouping, shown }) => shown.map((group) => grouping.describe(group)));
  return { groups, counts, total: count };
}

function cellCounts(
  ctx: FoundContext,
  axes: readonly Axis[],
  single: readonly Uint32Array[],
  bits: Pointer,
  count: number,
): Uint32Array {
  const [axis, ...more] = axes;
  if (!axis || more.length > 0) return crossCounts(ctx, axes, bits, count);
  return Uint32Array.from(axis.shown, (group) => single[0]?.[group] ?? 0);
}
