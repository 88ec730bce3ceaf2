import type { NotCondition } from '../question.ts';
import { copyBits, type Operation } from '../run.ts';

/** The rows that are there and do not meet the condition; what is not filled in does not meet it either. */
export const not: Operation<NotCondition> = (run, condition, table, out, mode) => {
  const bytes = table.bitmapBytes;
  if (mode === 0) copyBits(run, run.everyone(table), out, bytes);
  const met = run.scratch.take(bytes);
  copyBits(run, out, met, bytes);
  run.evaluate(condition.of, table, met, 1);
  run.dataset.kernel.andNot(out, met, out, bytes);
  run.scratch.give(met, bytes);
};
