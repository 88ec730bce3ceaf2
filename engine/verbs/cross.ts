import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { assignGroups } from './assign-groups.ts';
import { isMany } from './count-groups.ts';
import { chunkRows, eachChunk } from './found-rows.ts';
import type { Grouping } from './group-key.ts';
import { countPlaces, rowsOfPlace, type GroupPlanes } from './group-planes.ts';
import { keptPlanesOf } from './kept-planes.ts';

/** A grouping with the groups that are shown. */
export interface Axis {
  readonly grouping: Grouping;
  readonly shown: readonly number[];
}

/** What a byte of a plane for each cell and a row of a list cost, as one to another. */
const bytesARow = 200;

/**
 * Counts of two or three axes, row-major: `counts[(i * n2 + j) * n3 + k]`.
 * The plain loop: `for (row of rows) counts[cell(groups(row))] += 1`.
 */
export function crossCounts(
  ctx: FoundContext,
  axes: readonly Axis[],
  bits: Pointer,
  count: number,
): Uint32Array<ArrayBuffer> {
  const cells = axes.reduce((product, { shown }) => product * shown.length, 1);
  const counts = new Uint32Array(cells);
  if (cells === 0) return counts;
  if (isMany(ctx, count) && doPlanesPay(ctx, cells, count)) {
    const cache = keptPlanesOf(ctx.dataset);
    const planes = axes.map(({ grouping }) => cache.find(ctx, grouping));
    if (planes.every((each) => each !== undefined)) {
      crossPlanes(ctx, axes, planes, bits, 0, counts);
      return counts;
    }
  }
  crossList(ctx, axes, bits, counts);
  return counts;
}

/** Two groupings counted at once. */
export interface PairCounts {
  /** `single[grouping][group]` */
  readonly single: readonly Uint32Array[];
  /** The same as `crossCounts`. */
  counts(axes: readonly Axis[]): Uint32Array;
}

/**
 * How many of the people found are in each pair of groups, where planes pay: then the counts of each grouping by itself
 * are the sums of these, and need no pass of their own.
 */
export function countPairs(
  ctx: FoundContext,
  outer: Grouping,
  inner: Grouping,
  bits: Pointer,
  count: number,
): PairCounts | null {
  if (!isMany(ctx, count)) return null;
  const cache = keptPlanesOf(ctx.dataset);
  const [rows, columns] = [cache.find(ctx, outer), cache.find(ctx, inner)];
  if (!rows || !columns || !doPlanesPay(ctx, rows.groups.length * columns.groups.length, count)) return null;
  const pairs = countPlaces(ctx, bits, columns, rows);
  const [ofRows, ofColumns] = [new Uint32Array(outer.size), new Uint32Array(inner.size)];
  for (const [row, cells] of pairs.entries()) {
    for (const [column, cell] of cells.entries()) {
      add(ofRows, rows.groups[row] ?? 0, cell);
      add(ofColumns, columns.groups[column] ?? 0, cell);
    }
  }
  return {
    single: [ofRows, ofColumns],
    counts([first, second]) {
      const counts = new Uint32Array((first?.shown.length ?? 0) * (second?.shown.length ?? 0));
      if (first && second) shownPairs(first, second, rows, columns, pairs, counts, 0);
      return counts;
    },
  };
}

function add(sums: Uint32Array, group: number, count: number): void {
  sums[group] = (sums[group] ?? 0) + count;
}

function doPlanesPay(ctx: FoundContext, cells: number, count: number): boolean {
  return cells * ctx.dataset.root.bitmapBytes <= count * bytesARow;
}

/** Puts the counts of places where the groups that are shown have theirs, from a cell on. */
function shownPairs(
  first: Axis,
  second: Axis,
  outer: GroupPlanes,
  inner: GroupPlanes,
  pairs: readonly Uint32Array[],
  counts: Uint32Array,
  cell: number,
): void {
  const columns = second.shown.map((group) => inner.groups.indexOf(group));
  for (const [row, group] of first.shown.entries()) {
    const ofGroup = pairs[outer.groups.indexOf(group)];
    const from = cell + row * columns.length;
    for (const [column, place] of columns.entries()) counts[from + column] = ofGroup?.[place] ?? 0;
  }
}

/** Each group of an axis leaves its part of the people found to the axes behind it; the last two are counted at once. */
function crossPlanes(
  ctx: FoundContext,
  axes: readonly Axis[],
  planes: readonly GroupPlanes[],
  bits: Pointer,
  cell: number,
  counts: Uint32Array,
): void {
  const [axis, second, ...others] = axes;
  const [outer, inner, ...otherPlanes] = planes;
  if (!axis || !outer || !second || !inner) return;
  if (others.length === 0) {
    shownPairs(axis, second, outer, inner, countPlaces(ctx, bits, inner, outer), counts, cell);
    return;
  }
  const { root } = ctx.dataset;
  const part = ctx.scratch.take(root.bitmapBytes);
  const rest = [second, ...others];
  const width = rest.reduce((product, { shown }) => product * shown.length, 1);
  for (const [index, group] of axis.shown.entries()) {
    const place = outer.groups.indexOf(group);
    if (place < 0) continue;
    rowsOfPlace(ctx, bits, outer, place, part);
    crossPlanes(ctx, rest, [inner, ...otherPlanes], part, cell + index * width, counts);
    ctx.expired();
  }
  ctx.scratch.give(part, root.bitmapBytes);
}

/** Row by row: the cell of each row, and then the cells are counted. */
function crossList(ctx: FoundContext, axes: readonly Axis[], bits: Pointer, counts: Uint32Array): void {
  const { arena, kernel } = ctx.dataset;
  const sums = ctx.scratch.take(counts.length * 4);
  const cells = ctx.scratch.take(chunkRows * 4);
  const maps = axes.map((axis, index) => {
    const steps = axes.slice(index + 1).reduce((product, { shown }) => product * shown.length, 1);
    return cellMap(ctx, axis, steps);
  });
  arena.u32(sums, counts.length).fill(0);
  eachChunk(ctx, bits, (rows, list) => {
    arena.u32(cells, rows.length).fill(0);
    for (const map of maps) map.add(rows, list, cells);
    kernel.histogramList(cells, rows.length, sums);
  });
  counts.set(arena.u32(sums, counts.length));
  for (const map of maps) map.give();
  ctx.scratch.give(cells, chunkRows * 4);
  ctx.scratch.give(sums, counts.length * 4);
}

interface CellMap {
  /** Adds to the cell of each row in the list what its group of this axis counts for. */
  add(rows: Uint32Array<ArrayBuffer>, list: Pointer, cells: Pointer): void;
  give(): void;
}

/** Each group shown counts for so many `steps` of cells per place. */
function cellMap(ctx: FoundContext, { grouping, shown }: Axis, steps: number): CellMap {
  const { arena, kernel } = ctx.dataset;
  const offsets = new Uint32Array(grouping.size);
  for (const [place, group] of shown.entries()) offsets[group] = place * steps;
  const { way, keys } = grouping;
  if (way.kind === 'segments' || keys.width === 0) {
    const groups = new Uint32Array(chunkRows);
    return {
      add: (rows, _list, cells) => {
        assignGroups(grouping, rows, groups);
        const sums = arena.u32(cells, rows.length);
        for (let index = 0; index < sums.length; index += 1) {
          sums[index] = (sums[index] ?? 0) + (offsets[groups[index] ?? 0] ?? 0);
        }
      },
      give: () => undefined,
    };
  }
  const byKey = way.kind === 'same' ? offsets : way.table.map((group) => offsets[group] ?? 0);
  const bytes = byKey.length * 4;
  const map = ctx.scratch.take(bytes);
  arena.u32(map, byKey.length).set(byKey);
  return {
    add: (rows, list, cells) => {
      const { pointer, width } = keys;
      if (width === 1) kernel.gather8(pointer, list, rows.length, map, cells);
      else if (width === 2) kernel.gather16(pointer, list, rows.length, map, cells);
      else kernel.gather32(pointer, list, rows.length, map, cells);
    },
    give: () => ctx.scratch.give(map, bytes),
  };
}
