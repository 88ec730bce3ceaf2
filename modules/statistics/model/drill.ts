import type { Condition, Question } from '#engine';

/** The question that finds the people behind a number: of the table, the row and the column, as far as they are given. */
export function drillQuestion(parts: readonly (Condition | null | undefined)[]): Question {
  const of = parts.flatMap((part) => part ?? []);
  const [first] = of;
  if (!first) return { population: 'serving' };
  return { population: 'serving', where: of.length === 1 ? first : { op: 'all', of } };
}
