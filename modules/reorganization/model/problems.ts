import { z } from 'zod';

/**
 * What stands in the way of a plan or is left for the clerk: `stop` has to be corrected in the plan, `todo` is not done by
 * the reorganization and is confirmed before it, `hint` should be looked at.
 */
export const reorganizationProblem = z.object({
  level: z.enum(['stop', 'todo', 'hint']),
  text: z.string(),
  /** The step that it comes from, from 0. */
  step: z.int().optional(),
  unit: z.string().optional(),
  person: z.string().optional(),
});
export type ReorganizationProblem = z.infer<typeof reorganizationProblem>;
