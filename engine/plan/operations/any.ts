import type { AnyCondition } from '../question.ts';
import { constant, copyBits, type Operation } from '../run.ts';

export const any: Operation<AnyCondition> = (run, condition, table, out, mode) => {
  const { kernel } = run.dataset;
  const bytes = table.bitmapBytes;
  const [first, ...more] = condition.of;
  if (!first) {
    constant(run, table, false, out, mode);
    return;
  }
  if (mode === 0) run.evaluate(first, table, out, 0);
  const one = run.scratch.take(bytes);
  if (mode === 0) {
    for (const part of more) {
      run.evaluate(part, table, one, 0);
      kernel.or(out, one, out, bytes);
    }
  } else {
    // Every part looks only at the rows that are asked about.
    const found = run.scratch.take(bytes);
    constant(run, table, false, found, 0);
    for (const part of condition.of) {
      copyBits(run, out, one, bytes);
      run.evaluate(part, table, one, 1);
      kernel.or(found, one, found, bytes);
    }
    copyBits(run, found, out, bytes);
    run.scratch.give(found, bytes);
  }
  run.scratch.give(one, bytes);
};
