import { expect, it } from 'vitest';
import type { PeopleFound } from '#modules/query/web';
import { peopleBody } from './people-body.ts';

const found: PeopleFound = {
  question: { where: { op: 'in', field: 'A01.sexCode', values: ['2'] } },
  asOf: '2026-06-30',
  sort: [],
  columns: [],
  count: 3,
  isChosen: false,
  name: '',
};

it('people found are named by the question and its day, people chosen by their ids', () => {
  expect(peopleBody(found)).toEqual({ question: found.question, asOf: '2026-06-30' });
  expect(peopleBody({ ...found, asOf: undefined })).toEqual({ question: found.question });
  const chosen = {
    ...found,
    isChosen: true,
    question: { where: { op: 'people', ids: ['a', 'b'] } },
  } as const;
  expect(peopleBody(chosen)).toEqual({ ids: ['a', 'b'] });
});
