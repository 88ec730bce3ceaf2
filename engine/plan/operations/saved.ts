import type { SavedCondition } from '../question.ts';
import { constant, type Operation } from '../run.ts';

/** Whom a saved question finds on the same date; of its populations only one that it names itself counts. */
export const saved: Operation<SavedCondition> = (run, { id }, table, out, mode) => {
  const { where, population } = run.saved(id);
  if (where) run.evaluate(where, table, out, mode);
  else constant(run, table, true, out, mode);
  if (population) run.intersectPopulation(population, out);
};
