import type { Band, Condition, Found, Group } from '#engine';
import { personNumber } from './tables.ts';

/** What a question is answered with, in a form in which answers of others can be compared: lines in a fixed order. */
export type Answer = readonly string[];

/** A question of the suite, asked of people in office. */
export interface BenchQuestion {
  /** The name of the row, and of the files with the peers' SQL. */
  readonly name: string;
  /** Without it everybody is meant. */
  readonly where: Condition;
  answer(found: Found): Answer;
  /** Columns and facts that have to be looked at: what the limit of the memory is reckoned from. */
  readonly reads: readonly string[];
  readonly needsText?: boolean;
  /** The order of the lines is part of the answer. */
  readonly isOrdered?: boolean;
}

const member: Condition = { op: 'in', field: 'A01.party', values: ['1'] };
const count = (found: Found): Answer => [String(found.count)];
const contains = (text: string): Condition => ({ op: 'contains', field: 'A01.resume', text });

const bandYears = 5;
/** 20–24 up to 60–64; nobody is younger or older. */
const ageBands: readonly Band[] = Array.from({ length: 9 }, (_, index) => {
  const from = 20 + index * bandYears;
  return { label: String(from / bandYears), from, to: from + bandYears - 1 };
});

export const facetFields = [
  'A01.gender',
  'A01.ethnic',
  'A01.party',
  'A01.edu',
  'A01.degree',
  'rank',
  'A01.zj',
  'A01.deptType',
  'A01.postType',
  'A01.category',
  'A01.source',
  'A01.health',
] as const;

const firstPage = 50;

function firstIds(found: Found, first: string, second: string): Answer {
  const order = [{ field: first }, { field: second, descending: true }];
  return found.ids(order, 0, firstPage).map((id) => String(personNumber(id)));
}

export const questions: readonly BenchQuestion[] = [
  {
    name: 'Q1',
    where: {
      op: 'all',
      of: [
        { op: 'in', field: 'rank', values: ['5', '6', '7'] },
        { op: 'in', field: 'A01.gender', values: ['2'] },
        member,
        { op: 'in', field: 'A01.edu', values: ['4', '5', '6', '7', '8', '9'] },
        { op: 'between', field: 'A01.birth', from: '1980-01' },
      ],
    },
    answer: count,
    reads: ['rank', 'A01.gender', 'A01.party', 'A01.edu', 'A01.birth'],
  },
  {
    name: 'Q2',
    where: member,
    answer(found) {
      const keys = [{ field: 'age', bands: ageBands }, { field: 'A01.edu' }];
      const { groups, counts } = found.group(keys);
      const [ages = [], degrees = []] = groups;
      const lines = ages.flatMap((age, row) =>
        degrees.map((degree, column) => ({
          groups: [age, degree],
          count: counts[row * degrees.length + column] ?? 0,
        })),
      );
      return lines
        .filter((line) => line.count > 0)
        .map(groupLine)
        .sort();
    },
    reads: ['A01.party', 'age', 'A01.edu'],
  },
  {
    name: 'Q3',
    where: {
      op: 'all',
      of: [
        {
          op: 'some',
          set: 'A02',
          where: {
            op: 'all',
            of: [
              { op: 'in', field: 'A02.level', values: ['5'] },
              { op: 'between', field: 'A02.months', from: 36 },
            ],
          },
        },
        { op: 'last', set: 'A15', n: 3, where: { op: 'in', field: 'A15.result', values: ['1'] } },
      ],
    },
    answer: count,
    reads: ['A02.level', 'A02.months', 'A15.result'],
  },
  { name: 'Q4 two common characters', where: contains('财政'), answer: count, reads: [], needsText: true },
  { name: 'Q4 rare term', where: contains('援藏干部'), answer: count, reads: [], needsText: true },
  {
    name: 'Q4 four common characters',
    where: contains('安县财政'),
    answer: count,
    reads: [],
    needsText: true,
  },
  {
    name: 'Q5',
    where: member,
    answer: (found) => firstIds(found, 'rank', 'A01.birth'),
    reads: ['A01.party', 'rank', 'A01.birth'],
    isOrdered: true,
  },
  {
    name: 'Q5 worst order',
    where: member,
    answer: (found) => firstIds(found, 'A01.health', 'A01.birth'),
    reads: ['A01.party', 'A01.health', 'A01.birth'],
    isOrdered: true,
  },
  {
    name: 'Q6',
    where: member,
    answer(found) {
      const facets = found.facets(facetFields.map((field) => ({ field })));
      return facetFields
        .flatMap((field, index) =>
          (facets[index] ?? [])
            .filter((value) => value.count > 0)
            .map((value) => `${fieldName(field)}|${groupLine({ groups: [value], count: value.count })}`),
        )
        .sort();
    },
    reads: ['A01.party', ...facetFields],
  },
];

function groupLine({
  groups,
  count: people,
}: {
  groups: readonly (Group | undefined)[];
  count: number;
}): string {
  return [...groups.map((group) => group?.value ?? ''), people].join('|');
}

/** The name without the set. */
export function fieldName(path: string): string {
  return path.slice(path.indexOf('.') + 1);
}
