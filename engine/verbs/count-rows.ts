import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { assignGroups } from './assign-groups.ts';
import { histogram } from './count-keys.ts';
import { chunkRows, eachChunk } from './found-rows.ts';
import type { Grouping } from './group-key.ts';

/** How many of the rows in `bits` are in each group, without bitmaps of groups: `counts[group]`. */
export function countRows(
  ctx: FoundContext,
  grouping: Grouping,
  bits: Pointer,
  count: number,
): Uint32Array<ArrayBuffer> {
  const { way, keys } = grouping;
  if (way.kind === 'segments') return countByList(ctx, grouping, bits);
  const domain = way.kind === 'same' ? grouping.size : way.table.length;
  if (domain > 4 * count) return countByList(ctx, grouping, bits);
  const byKey = histogram(ctx, keys, domain, bits, count);
  if (way.kind === 'same') return byKey;
  const counts = new Uint32Array(grouping.size);
  for (let key = 0; key < domain; key += 1) {
    const group = way.table[key] ?? 0;
    counts[group] = (counts[group] ?? 0) + (byKey[key] ?? 0);
  }
  return counts;
}

/** The plain loop itself: `for (row of rows) counts[group(row)] += 1`. */
function countByList(ctx: FoundContext, grouping: Grouping, bits: Pointer): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(grouping.size);
  const groups = new Uint32Array(chunkRows);
  eachChunk(ctx, bits, (rows) => {
    assignGroups(grouping, rows, groups);
    for (let index = 0; index < rows.length; index += 1) {
      const group = groups[index] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
    }
  });
  return counts;
}
