import type { Planes } from '../kernel/kernel.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import type { Dataset } from '../table/dataset.ts';
import { assignGroups } from './assign-groups.ts';
import { countRows } from './count-rows.ts';
import { chunkRows, eachChunk } from './found-rows.ts';
import type { Grouping } from './group-key.ts';

/** With more groups than this, counting row by row is quicker. */
const mostGroups = 64;
/** The kernel wants no fewer. */
const leastPlanes = 3;
/** Room for rows that are added later, in bytes of a plane. */
const spareBytes = 4096;
const noPlace = 0xffff;

/**
 * The groups of all rows in planes: the groups that occur are numbered by their places in `groups`, and each plane has
 * one bit of the number of every row.
 */
export interface GroupPlanes {
  readonly pointer: Pointer;
  readonly bytes: number;
  /** From one plane to the next. */
  readonly stride: number;
  readonly many: number;
  /** Grows with groups that come up, as far as the planes can tell them apart. */
  readonly groups: number[];
}

/** Makes the planes of a grouping; undefined when there are too many groups. */
export function buildPlanes(ctx: FoundContext, grouping: Grouping): GroupPlanes | undefined {
  const { arena, kernel, root } = ctx.dataset;
  const counts = countRows(ctx, grouping, root.live, kernel.count(root.live, root.bitmapBytes));
  const groups: number[] = [];
  const places = new Uint16Array(counts.length).fill(noPlace);
  for (let group = 0; group < counts.length; group += 1) {
    if ((counts[group] ?? 0) === 0) continue;
    if (groups.length === mostGroups) return undefined;
    places[group] = groups.length;
    groups.push(group);
  }
  const stride = root.bitmapBytes + spareBytes;
  const many = Math.max(leastPlanes, 32 - Math.clz32(Math.max(0, groups.length - 1)));
  const bytes = stride * many;
  const planes: GroupPlanes = { pointer: arena.allocate(bytes), bytes, stride, many, groups };
  if (writeByKey(ctx, grouping, places, planes)) return planes;
  const found = new Uint32Array(chunkRows);
  eachChunk(ctx, root.live, (rows) => {
    assignGroups(grouping, rows, found);
    const words = arena.u32(planes.pointer, bytes >>> 2);
    const step = stride >>> 2;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const bit = 1 << (row & 31);
      let word = row >>> 5;
      for (let place = places[found[index] ?? 0] ?? 0; place !== 0; place >>>= 1) {
        if ((place & 1) !== 0) words[word] = (words[word] ?? 0) | bit;
        word += step;
      }
    }
  });
  return planes;
}

/** Writes the planes of keys of one or two bytes, of all rows by a table of places; false where that cannot be done. */
function writeByKey(
  ctx: FoundContext,
  { keys, way }: Grouping,
  places: Uint16Array,
  { pointer, stride, many }: GroupPlanes,
): boolean {
  const { arena, kernel, root } = ctx.dataset;
  if (way.kind === 'segments' || keys.width === 0 || keys.width === 4) return false;
  const domain = 1 << (8 * keys.width);
  const table = ctx.scratch.take(domain);
  const placeOfKey = arena.u8(table, domain);
  for (let key = 0; key < domain; key += 1) {
    const place = places[way.kind === 'same' ? key : (way.table[key] ?? 0)] ?? noPlace;
    // Keys that nobody has stand in rows that nobody asks for.
    placeOfKey[key] = place === noPlace ? 0 : place;
  }
  const write = keys.width === 1 ? 'planes8' : 'planes16';
  kernel[write](keys.pointer, root.rows, table, pointer, stride, many);
  ctx.scratch.give(table, domain);
  return true;
}

/** Brings rows up to date; false when the planes have to be made anew. */
export function followChanges(
  { arena, root }: Dataset,
  planes: GroupPlanes,
  grouping: Grouping,
  changes: readonly number[],
): boolean {
  const { stride, many } = planes;
  if (root.bitmapBytes > stride || changes.length > 64 + root.rows / 4) return false;
  if (changes.length === 0) return true;
  const rows = Uint32Array.from(changes);
  const found = new Uint32Array(rows.length);
  assignGroups(grouping, rows, found);
  const live = arena.u32(root.live, root.bitmapBytes >>> 2);
  const words = arena.u32(planes.pointer, planes.bytes >>> 2);
  for (const [index, row] of rows.entries()) {
    const at = row >>> 5;
    const bit = 1 << (row & 31);
    // Rows that are not live are in no question.
    if (((live[at] ?? 0) & bit) === 0) continue;
    const place = placeOf(planes, found[index] ?? 0);
    if (place < 0) return false;
    for (let plane = 0; plane < many; plane += 1) {
      const word = plane * (stride >>> 2) + at;
      const before = words[word] ?? 0;
      words[word] = ((place >>> plane) & 1) === 1 ? before | bit : before & ~bit;
    }
  }
  return true;
}

function placeOf({ groups, many }: GroupPlanes, group: number): number {
  const place = groups.indexOf(group);
  if (place >= 0 || groups.length === 1 << many) return place;
  return groups.push(group) - 1;
}

/** No field: everybody is in one group. */
const everybody: Planes = { pointer: 0, stride: 0, many: 0, groups: 1 };

/**
 * How many of the rows in `bits` are in each group, or, with `outer`, in each pair of groups: the counts of the places
 * in `inner.groups` for every place in `outer.groups`.
 */
export function countPlaces(
  ctx: FoundContext,
  bits: Pointer,
  inner: GroupPlanes,
  outer?: GroupPlanes,
): readonly Uint32Array<ArrayBuffer>[] {
  const { arena, kernel, root } = ctx.dataset;
  const rows = outer ? planesOf(outer) : everybody;
  const width = 1 << inner.many;
  const bytes = rows.groups * width * 4;
  const counts = ctx.scratch.take(bytes);
  kernel.countPlanes(bits, rows, planesOf(inner), counts, root.bitmapBytes);
  const counted = Array.from({ length: rows.groups }, (_, place) =>
    arena.u32(counts + place * width * 4, inner.groups.length).slice(),
  );
  ctx.scratch.give(counts, bytes);
  return counted;
}

/** Writes the rows of a place that are in `bits`. */
export function rowsOfPlace(
  ctx: FoundContext,
  bits: Pointer,
  { pointer, stride, many }: GroupPlanes,
  place: number,
  out: Pointer,
): void {
  const { kernel, root } = ctx.dataset;
  let from = bits;
  for (let plane = 0; plane < many; plane += 1) {
    const at = pointer + plane * stride;
    if (((place >>> plane) & 1) === 1) kernel.and(from, at, out, root.bitmapBytes);
    else kernel.andNot(from, at, out, root.bitmapBytes);
    from = out;
  }
}

function planesOf({ pointer, stride, many, groups }: GroupPlanes): Planes {
  return { pointer, stride, many, groups: groups.length };
}
