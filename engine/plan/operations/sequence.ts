import type { SequenceCondition } from '../question.ts';
import { intoOwn, type Operation } from '../run.ts';
import { matchChildRows } from './child-rows.ts';

/** The newest or oldest visible rows; only people who are still asked about are looked at. */
export const sequence: Operation<SequenceCondition> = (run, condition, table, out, mode) => {
  const { n, atLeast = n } = condition;
  const { kernel } = run.dataset;
  const child = run.child(condition.set);
  const met = run.scratch.take(child.bitmapBytes);
  matchChildRows(run, child, condition.where, met);
  const { start, length } = child;
  const visible = run.everyone(child);
  const candidates = mode === 1 ? out : run.everyone(table);
  const newest = condition.op === 'last' ? 1 : 0;
  intoOwn(run, table, out, mode, (own) => {
    kernel.liftSequence(start, length, table.rows, visible, met, n, atLeast, newest, candidates, own);
  });
  run.scratch.give(met, child.bitmapBytes);
};
