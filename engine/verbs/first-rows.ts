import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { foundRows } from './found-rows.ts';
import { sampleRows } from './sample-rows.ts';
import { emptyRank, gatherRanks, rowsAtMost, type SortLevel } from './sort-level.ts';
import { sortRows } from './sort-rows.ts';

/** So many rows are sorted as they are; of more, those that cannot be among the first are left out before. */
const fewRows = 4096;

/**
 * The first `wanted` of the rows in `bits`, in order. A sample says up to which rank of the first step to look; those
 * up to there are counted exactly, so a sample that errs costs time only. Where too many share the rank at the border,
 * those before it are taken whole, and the next step decides among them.
 * The plain loop: `sort(rows).slice(0, wanted)`.
 */
export function firstRows(
  ctx: FoundContext,
  levels: readonly SortLevel[],
  bits: Pointer,
  count: number,
  wanted: number,
): Uint32Array<ArrayBuffer> {
  const [level, ...others] = levels;
  if (!level) return foundRows(ctx, bits, Math.min(wanted, count));
  if (count <= fewRows || wanted * 4 >= count) {
    return sortRows(ctx, foundRows(ctx, bits, count), levels).subarray(0, wanted);
  }
  const { bitmapBytes } = ctx.dataset.root;
  const upTo = ctx.scratch.take(bitmapBytes);
  const before = ctx.scratch.take(bitmapBytes);
  const border = findBorder(ctx, level, { bits, count, wanted, upTo, before });
  let rows: Uint32Array<ArrayBuffer>;
  if (border.kind === 'few') {
    rows = sortRows(ctx, foundRows(ctx, border.bits, border.count), levels).subarray(0, wanted);
  } else {
    const whole = sortRows(ctx, foundRows(ctx, before, border.before), levels);
    ctx.dataset.kernel.andNot(upTo, before, upTo, bitmapBytes);
    const rest = firstRows(ctx, others, upTo, border.upTo - border.before, wanted - border.before);
    rows = new Uint32Array(whole.length + rest.length);
    rows.set(whole);
    rows.set(rest, whole.length);
  }
  ctx.scratch.give(before, bitmapBytes);
  ctx.scratch.give(upTo, bitmapBytes);
  return rows;
}

interface Search {
  readonly bits: Pointer;
  readonly count: number;
  readonly wanted: number;
  /** Bitmaps for the rows up to a rank and for those before it. */
  readonly upTo: Pointer;
  readonly before: Pointer;
}

type Border =
  /** These rows have the first ones among them, and are few or cannot be told apart by the sample. */
  | { readonly kind: 'few'; readonly bits: Pointer; readonly count: number }
  /** Fewer rows than wanted stand before the rank, and more than enough up to it. */
  | { readonly kind: 'rank'; readonly before: number; readonly upTo: number };

function findBorder(ctx: FoundContext, level: SortLevel, search: Search): Border {
  const { bits, count, wanted, upTo, before } = search;
  const { kernel, root } = ctx.dataset;
  const { ranks, start } = sampledRanks(ctx, level, search);
  // Up to the rank at `low` there are too few rows; before the rank at `high` there are enough.
  let low = -1;
  let high = ranks.length;
  let enough = count;
  let index = start;
  for (let step = 1; low + 1 < high; step *= 2) {
    const rank = ranks[index] ?? emptyRank;
    rowsAtMost(ctx, level, rank, bits, upTo);
    const many = kernel.count(upTo, root.bitmapBytes);
    if (many < wanted) low = index;
    else {
      if (many <= Math.max(fewRows, 2 * wanted)) return { kind: 'few', bits: upTo, count: many };
      const fewer = rowsBefore(ctx, level, rank, bits, before);
      if (fewer < wanted) return { kind: 'rank', before: fewer, upTo: many };
      high = index;
      enough = fewer;
    }
    if (high === ranks.length) index = Math.min(high - 1, low + step);
    else index = low < 0 ? Math.max(0, high - step) : (low + high) >> 1;
    ctx.expired();
  }
  return { kind: 'few', bits: before, count: enough };
}

function rowsBefore(ctx: FoundContext, level: SortLevel, rank: number, bits: Pointer, out: Pointer): number {
  const { arena, kernel, root } = ctx.dataset;
  if (rank === 0) {
    arena.u8(out, root.bitmapBytes).fill(0);
    return 0;
  }
  rowsAtMost(ctx, level, rank - 1, bits, out);
  return kernel.count(out, root.bitmapBytes);
}

/** The different ranks of a sample in order, the empty one at the end, and where to begin. */
function sampledRanks(
  ctx: FoundContext,
  level: SortLevel,
  { bits, count, wanted }: Search,
): { readonly ranks: readonly number[]; readonly start: number } {
  const rows = sampleRows(ctx, bits);
  const sample = new Uint32Array(rows.length);
  gatherRanks(level, rows, sample);
  sample.sort();
  const ranks = [...new Set(sample)];
  if (ranks.at(-1) !== emptyRank) ranks.push(emptyRank);
  const place = Math.ceil((1.3 * wanted * sample.length) / count) + 4;
  const start = place < sample.length ? ranks.indexOf(sample[place] ?? emptyRank) : ranks.length - 1;
  return { ranks, start };
}
