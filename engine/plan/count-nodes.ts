import type { Pointer } from '../memory/arena.ts';
import type { ChildTable, Table } from '../table/dataset.ts';
import { matchChildRows } from './operations/child-rows.ts';
import type { Condition } from './question.ts';
import { constant, copyBits, type Run } from './run.ts';

/**
 * How many of the people in `base` each condition of a tree finds by itself, by its path. A condition on rows counts the
 * people who have a row that meets it.
 */
export function countNodes(run: Run, where: Condition, base: Pointer): ReadonlyMap<string, number> {
  const { root } = run.dataset;
  const counts = new Map<string, number>();
  const found = run.scratch.take(root.bitmapBytes);
  const people: Counted = {
    table: root,
    base,
    count: (bits) => run.dataset.kernel.count(bits, root.bitmapBytes),
  };
  countNode(run, where, 'where', people, found, counts);
  run.scratch.give(found, root.bitmapBytes);
  return counts;
}

/** The rows that are looked at and how their people are counted. */
interface Counted {
  readonly table: Table;
  readonly base: Pointer;
  count(bits: Pointer): number;
}

/** Writes the rows that meet a condition and notes how many people that is. */
function countNode(
  run: Run,
  condition: Condition,
  path: string,
  rows: Counted,
  out: Pointer,
  counts: Map<string, number>,
): void {
  const bytes = rows.table.bitmapBytes;
  // Noted first, so that a node stands before those below it.
  counts.set(path, 0);
  if (condition.op === 'all' || condition.op === 'any') {
    const { kernel } = run.dataset;
    const part = run.scratch.take(bytes);
    if (condition.op === 'all') copyBits(run, rows.base, out, bytes);
    else constant(run, rows.table, false, out, 0);
    for (const [index, inner] of condition.of.entries()) {
      countNode(run, inner, `${path}.of[${index}]`, rows, part, counts);
      if (condition.op === 'all') kernel.and(out, part, out, bytes);
      else kernel.or(out, part, out, bytes);
    }
    run.scratch.give(part, bytes);
  } else if (condition.op === 'not') {
    countNode(run, condition.of, `${path}.of`, rows, out, counts);
    run.dataset.kernel.andNot(rows.base, out, out, bytes);
  } else {
    copyBits(run, rows.base, out, bytes);
    run.evaluate(condition, rows.table, out, 1);
    countRows(run, condition, path, rows.base, counts);
  }
  counts.set(path, rows.count(out));
}

/** The conditions on rows within a condition on people. */
function countRows(
  run: Run,
  condition: Condition,
  path: string,
  base: Pointer,
  counts: Map<string, number>,
): void {
  if (condition.op === 'months') {
    for (const [index, { set, where }] of condition.spans.entries()) {
      if (where) countRowNode(run, run.child(set), where, `${path}.spans[${index}].where`, base, counts);
    }
  } else if ('set' in condition && condition.where) {
    countRowNode(run, run.child(condition.set), condition.where, `${path}.where`, base, counts);
  }
}

function countRowNode(
  run: Run,
  child: ChildTable,
  where: Condition,
  path: string,
  base: Pointer,
  counts: Map<string, number>,
): void {
  const { kernel, root } = run.dataset;
  const bytes = child.bitmapBytes;
  const [rows, found] = [run.scratch.take(bytes), run.scratch.take(bytes)];
  const lifted = run.scratch.take(root.bitmapBytes);
  matchChildRows(run, child, undefined, rows);
  const count = (bits: Pointer): number => {
    kernel.liftAny(child.start, child.length, root.rows, bits, lifted);
    return kernel.countAnd(lifted, base, root.bitmapBytes);
  };
  countNode(run, where, path, { table: child, base: rows, count }, found, counts);
  run.scratch.give(lifted, root.bitmapBytes);
  run.scratch.give(found, bytes);
  run.scratch.give(rows, bytes);
}
