import type { Question } from '#engine';
import type { PeopleFound } from '#modules/query/web';

export type PeopleNamed =
  | { readonly ids: readonly string[] }
  | { readonly question: Question; readonly asOf?: string };

/**
 * The people found as a request names them: those who were chosen one by one by their ids, because what a question finds
 * may be others tomorrow; else by the question.
 */
export function peopleBody({ question, asOf }: PeopleFound): PeopleNamed {
  if (question.where?.op === 'people') return { ids: question.where.ids };
  return { question, ...(asOf === undefined ? {} : { asOf }) };
}
