import { byCost, isHeavy } from '../cost.ts';
import type { AllCondition } from '../question.ts';
import { constant, type Mode, type Operation } from '../run.ts';

/** The cheap conditions first, so that the dear ones look only at whom these leave. */
export const all: Operation<AllCondition> = (run, condition, table, out, mode) => {
  if (condition.of.length === 0) constant(run, table, true, out, mode);
  let next: Mode = mode;
  for (const part of byCost(run, condition.of, table)) {
    if (next === 1 && isHeavy(part) && run.dataset.kernel.count(out, table.bitmapBytes) === 0) return;
    run.evaluate(part, table, out, next);
    next = 1;
  }
};
