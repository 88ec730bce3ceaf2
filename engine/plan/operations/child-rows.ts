import type { Pointer } from '../../memory/arena.ts';
import type { ChildTable, Table } from '../../table/dataset.ts';
import type { Condition } from '../question.ts';
import { constant, copyBits, type Mode, type Run } from '../run.ts';

/** Writes the visible rows of a repeating set that meet a condition; all visible ones without it. */
export function matchChildRows(
  run: Run,
  child: ChildTable,
  where: Condition | undefined,
  out: Pointer,
): void {
  copyBits(run, run.everyone(child), out, child.bitmapBytes);
  if (where) run.evaluate(where, child, out, 1);
}

/** People by whether any of their rows is in a bitmap: those who have one, or with `negative` those who have none. */
export function liftAny(
  run: Run,
  child: ChildTable,
  rowBits: Pointer,
  negative: boolean,
  out: Pointer,
  mode: Mode,
): void {
  const { kernel, root } = run.dataset;
  const bytes = root.bitmapBytes;
  if (mode === 0 && !negative) {
    kernel.liftAny(child.start, child.length, root.rows, rowBits, out);
    return;
  }
  const lifted = run.scratch.take(bytes);
  kernel.liftAny(child.start, child.length, root.rows, rowBits, lifted);
  if (negative) kernel.andNot(mode === 0 ? run.everyone(root) : out, lifted, out, bytes);
  else kernel.and(out, lifted, out, bytes);
  run.scratch.give(lifted, bytes);
}

/** The largest number that is counted per person. */
const most = 0xffff;

/** People by a number that was worked out for each of them (u16). */
export function matchCounts(
  run: Run,
  root: Table,
  counts: Pointer,
  bounds: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
  out: Pointer,
  mode: Mode,
): void {
  const low = bounds.atLeast ?? 0;
  const high = Math.min(bounds.atMost ?? most, most);
  if (low > high) constant(run, root, false, out, mode);
  else run.dataset.kernel.range16(counts, root.rows, low, high, out, mode);
}

/** Takes and gives back a number (u16) a person. */
export function withCounts(run: Run, root: Table, work: (counts: Pointer) => void): void {
  const bytes = root.rows * 2;
  const counts = run.scratch.take(bytes);
  work(counts);
  run.scratch.give(counts, bytes);
}
