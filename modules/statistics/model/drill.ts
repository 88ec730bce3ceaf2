import type { Condition, Population, Question } from '#engine';

/** The question that finds the people behind a number: of the table, the row and the column, as far as they are given. */
export function drillQuestion(
  parts: readonly (Condition | null | undefined)[],
  population: Population = 'serving',
): Question {
  const of = parts.flatMap((part) => part ?? []);
  const [first] = of;
  if (!first) return { population };
  return { population, where: of.length === 1 ? first : { op: 'all', of } };
}
