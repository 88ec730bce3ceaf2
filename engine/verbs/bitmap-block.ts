import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import type { Dataset } from '../table/dataset.ts';
import { assignGroups } from './assign-groups.ts';
import { countRows } from './count-rows.ts';
import { chunkRows, eachChunk } from './found-rows.ts';
import type { Grouping } from './group-key.ts';

/** With more groups than this, counting row by row is quicker. */
const mostGroups = 64;
/** Room for groups that come up later. */
const spareGroups = 4;
/** Room for rows that are added later, in bytes of a bitmap. */
const spareBytes = 4096;
const noSlot = 0xffff;

/** Bitmaps one behind the other, one for each group that occurs. */
export interface BitmapBlock {
  readonly pointer: Pointer;
  readonly bytes: number;
  /** From one bitmap to the next. */
  readonly stride: number;
  /** How many bitmaps there is room for. */
  readonly room: number;
  /** The group of each bitmap; grows with groups that come up. */
  readonly groups: number[];
}

/** Makes the bitmaps of a grouping; undefined when there are too many groups. */
export function buildBitmaps(ctx: FoundContext, grouping: Grouping): BitmapBlock | undefined {
  const { arena, kernel, root } = ctx.dataset;
  const counts = countRows(ctx, grouping, root.live, kernel.count(root.live, root.bitmapBytes));
  const groups: number[] = [];
  const slots = new Uint16Array(counts.length).fill(noSlot);
  for (let group = 0; group < counts.length; group += 1) {
    if ((counts[group] ?? 0) === 0) continue;
    if (groups.length === mostGroups) return undefined;
    slots[group] = groups.length;
    groups.push(group);
  }
  const stride = root.bitmapBytes + spareBytes;
  const room = groups.length + spareGroups;
  const bytes = stride * room;
  const block: BitmapBlock = { pointer: arena.allocate(bytes), bytes, stride, room, groups };
  const found = new Uint32Array(chunkRows);
  eachChunk(ctx, root.live, (rows) => {
    assignGroups(grouping, rows, found);
    const words = arena.u32(block.pointer, bytes >>> 2);
    const step = stride >>> 2;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const word = (slots[found[index] ?? 0] ?? 0) * step + (row >>> 5);
      words[word] = (words[word] ?? 0) | (1 << (row & 31));
    }
  });
  return block;
}

/** Brings rows up to date; false when the bitmaps have to be made anew. */
export function followChanges(
  { arena, root }: Dataset,
  block: BitmapBlock,
  grouping: Grouping,
  changes: readonly number[],
): boolean {
  const { stride, groups } = block;
  if (root.bitmapBytes > stride || changes.length > 64 + root.rows / 4) return false;
  if (changes.length === 0) return true;
  const rows = Uint32Array.from(changes);
  const found = new Uint32Array(rows.length);
  assignGroups(grouping, rows, found);
  const live = arena.u32(root.live, root.bitmapBytes >>> 2);
  const words = arena.u32(block.pointer, block.bytes >>> 2);
  for (const [index, row] of rows.entries()) {
    const at = row >>> 5;
    const bit = 1 << (row & 31);
    for (let slot = 0; slot < groups.length; slot += 1) {
      const word = slot * (stride >>> 2) + at;
      words[word] = (words[word] ?? 0) & ~bit;
    }
    if (((live[at] ?? 0) & bit) === 0) continue;
    const slot = slotOf(block, found[index] ?? 0);
    if (slot < 0) return false;
    const word = slot * (stride >>> 2) + at;
    words[word] = (words[word] ?? 0) | bit;
  }
  return true;
}

function slotOf({ groups, room }: BitmapBlock, group: number): number {
  const slot = groups.indexOf(group);
  if (slot >= 0 || groups.length === room) return slot;
  return groups.push(group) - 1;
}

/** The address of each bitmap. */
export function bitmapsOf({ pointer, stride, groups }: BitmapBlock): readonly Pointer[] {
  return groups.map((_, slot) => pointer + slot * stride);
}
