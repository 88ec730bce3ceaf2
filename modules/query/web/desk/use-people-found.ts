import { useMemo } from 'react';
import type { PeopleSelection } from '../answer/people-selection.ts';
import type { AnswerBody, AnswerState } from '../answer/use-answer.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { PeopleFound } from '../people-action.ts';
import type { SavedItem } from '../saved/use-saved.ts';

interface Given {
  readonly body: AnswerBody;
  readonly found: AnswerState;
  readonly selection: PeopleSelection;
  readonly catalogue: PageCatalogue;
  readonly columns: readonly string[];
  readonly opened: SavedItem | null;
}

const noSort: PeopleFound['sort'] = [];

/** The people that something is done with: those chosen, else all that are found. */
export function usePeopleFound(given: Given): PeopleFound {
  const { body, found, selection, catalogue, columns, opened } = given;
  const { question, asOf, sort = noSort } = body;
  const { ids } = selection;
  const count = found.answer?.count ?? 0;
  const name = opened?.name ?? '';
  return useMemo(() => {
    const fields = columns.flatMap((each) => catalogue.field(each) ?? []);
    const plain = { asOf, sort, name, columns: fields };
    if (ids.size === 0) return { ...plain, question, count, isChosen: false };
    const where = { op: 'people', ids: [...ids] } as const;
    return { ...plain, question: { where, population: 'all' }, count: ids.size, isChosen: true };
  }, [question, asOf, sort, ids, count, name, columns, catalogue]);
}
