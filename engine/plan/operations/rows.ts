import type { RowsCondition } from '../question.ts';
import { constant, type Operation } from '../run.ts';
import { liftAny, matchChildRows, matchCounts, withCounts } from './child-rows.ts';

/** Some, every, none or so many of a person's visible rows. */
export const rows: Operation<RowsCondition> = (run, condition, table, out, mode) => {
  const { op, where } = condition;
  if (op === 'every' && !where) {
    constant(run, table, true, out, mode);
    return;
  }
  const { kernel } = run.dataset;
  const child = run.child(condition.set);
  const bytes = child.bitmapBytes;
  const met = run.scratch.take(bytes);
  matchChildRows(run, child, where, met);
  if (op === 'count') {
    withCounts(run, table, (counts) => {
      kernel.liftCount(child.start, child.length, table.rows, met, counts);
      matchCounts(run, table, counts, condition, out, mode);
    });
  } else {
    // Every row meets the condition where none does not.
    if (op === 'every') kernel.andNot(run.everyone(child), met, met, bytes);
    liftAny(run, child, met, op !== 'some', out, mode);
  }
  run.scratch.give(met, bytes);
};
