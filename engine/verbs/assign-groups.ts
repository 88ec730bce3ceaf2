import { gather, gatherKeys } from './column-keys.ts';
import type { Grouping } from './group-key.ts';
import { segmentOf } from './segments.ts';

/** The group of each row. The plain loop: `rows.map((row) => group(key(row)))`. */
export function assignGroups(grouping: Grouping, rows: Uint32Array, out: Uint32Array): void {
  const { way } = grouping;
  if (way.kind === 'segments') {
    gatherKeys(grouping.column, rows, out);
    for (let index = 0; index < rows.length; index += 1)
      out[index] = segmentOf(way.segments, out[index] ?? 0);
    return;
  }
  gather(grouping.keys, rows, out);
  if (way.kind === 'same') return;
  const { table } = way;
  for (let index = 0; index < rows.length; index += 1) out[index] = table[out[index] ?? 0] ?? 0;
}
