import { expect, test } from 'vitest';
import type { PeopleFound } from '#modules/query/web';
import { predefinedRosters } from '../../model/predefined.ts';
import { rosterSchema } from '../../model/roster.ts';
import { rosterOfPeople } from './roster-of-people.ts';

const people: PeopleFound = {
  question: { where: { op: 'in', field: 'A01.sexCode', values: ['2'] } },
  asOf: '2020-06-30',
  sort: [{ field: 'age', descending: true }],
  columns: [
    { name: 'A01.sexCode', label: '性别', kind: 'code' },
    { name: 'posts', label: '现任职务', kind: 'text' },
    { name: 'A01.ethnicCode', label: '民族代码', kind: 'code' },
  ],
  count: 3,
  isChosen: false,
  name: '',
};

test('the list becomes a roster with its columns, order and date', () => {
  const roster = rosterOfPeople(people, '女干部', null);
  expect(rosterSchema.parse(roster)).toEqual(roster);
  expect(roster.columns.map(({ heading }) => heading)).toEqual(['序号', '姓名', '性别', '现任职务', '民族']);
  expect(roster).toMatchObject({
    title: '女干部',
    asOf: { kind: 'date', date: '2020-06-30' },
    sort: [{ field: 'age', descending: true }],
    question: people.question,
  });
});

test('in the layout of a book the people stay those of the question', () => {
  const [book] = predefinedRosters;
  const roster = rosterOfPeople({ ...people, asOf: undefined }, '女干部', book ?? null);
  expect(rosterSchema.parse(roster)).toEqual(roster);
  expect(roster.columns).toEqual(book?.columns);
  expect(roster).toMatchObject({
    asOf: { kind: 'today' },
    question: people.question,
    grouping: 'institution',
  });
});
