import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SortKey } from '../ask.ts';
import { anyPeople, kernels, Sample, type FoundRow, type Values } from './test-verbs.ts';

const fields = ['level', 'place', 'unit', 'birth', 'joined', 'age', 'score', 'pay', 'name', 'never'];
const anySort = fc.array(
  fc.record({ field: fc.constantFrom(...fields).map((field) => `P.${field}`), descending: fc.boolean() }),
  {
    maxLength: 3,
  },
);

/** The order as anybody would write it down. */
function inOrder(sample: Sample, rows: readonly FoundRow[], sort: readonly SortKey[]): readonly number[] {
  const compare = (left: FoundRow, right: FoundRow): number => {
    for (const { field, descending } of sort) {
      const [a, b] = [left, right].map(({ values }) => sample.place(field, values[field.slice(2)]));
      if (a === b) continue;
      if (a === null || a === undefined) return 1;
      if (b === null || b === undefined) return -1;
      return a < b === (descending ?? false) ? 1 : -1;
    }
    return left.row - right.row;
  };
  return rows.toSorted(compare).map(({ row }) => row);
}

describe.each(kernels)('the order of rows (%s)', (kernel) => {
  test('is the order of the plain loop, in every direction, nulls last', () => {
    fc.assert(
      fc.property(anyPeople, anySort, fc.integer({ min: 1, max: 9 }), (people, sort, every) => {
        const sample = new Sample(kernel, people);
        const { found, rows } = sample.find((number) => number % every === 0);
        expect(found.rows(sort, 0, 1000)).toEqual(inOrder(sample, rows, sort));
      }),
      { numRuns: 150 },
    );
  });

  test('holds after people changed, came and went', () => {
    fc.assert(
      fc.property(anyPeople, anyPeople, anySort, (people, later, sort) => {
        const sample = new Sample(kernel, people);
        const changed = new Map(later.map((values, index): [number, Values] => [index * 3, values]));
        sample.patch(changed, [1, 2, 4]);
        const { found, rows } = sample.find(() => true);
        expect(found.rows(sort, 0, 1000)).toEqual(inOrder(sample, rows, sort));
      }),
      { numRuns: 60 },
    );
  });

  test('pages of many people are cut from that order, wherever they begin', () => {
    const sample = new Sample(kernel, manyPeople(9000));
    const sorts: readonly (readonly SortKey[])[] = [
      [],
      [{ field: 'P.level' }, { field: 'P.birth' }],
      [{ field: 'P.level', descending: true }, { field: 'P.name' }, { field: 'P.age' }],
      [{ field: 'P.birth' }, { field: 'P.name', descending: true }],
      [{ field: 'P.birth', descending: true }],
      [{ field: 'P.name' }, { field: 'P.unit' }],
      [{ field: 'P.never' }, { field: 'P.pay', descending: true }, { field: 'P.place' }],
      [{ field: 'P.joined' }],
    ];
    for (const sort of sorts) {
      const { found, rows } = sample.find((number) => number % 7 !== 0);
      const expected = inOrder(sample, rows, sort);
      for (const from of [0, 1, 49, 333, 1900, 2100, 5000, rows.length - 7, rows.length]) {
        // Each page by itself: an order kept from the page before would hide a wrong one.
        const page = sample.find((number) => number % 7 !== 0).found.rows(sort, from, 50);
        expect(page).toEqual(expected.slice(from, from + 50));
      }
      expect(found.rows(sort, 0, rows.length)).toEqual(expected);
      expect(found.rows(sort, 8, 5)).toEqual(expected.slice(8, 13));
    }
  });

  test('among dates of one month the year alone comes first, then the month alone, then the days', () => {
    const people = Array.from({ length: 9000 }, (_, row) => ({
      birth:
        ['1970', '1970-01', `1970-01-0${1 + (row % 9)}`][(row * 7) % 31 > 2 ? 2 : (row * 7) % 31] ?? null,
    }));
    const sample = new Sample(kernel, people);
    for (const descending of [false, true]) {
      const sort = [{ field: 'P.birth', descending }];
      const { rows } = sample.find(() => true);
      const expected = inOrder(sample, rows, sort);
      for (const from of [0, 280, 560, 1500]) {
        const { found } = sample.find(() => true);
        expect(found.rows(sort, from, 50)).toEqual(expected.slice(from, from + 50));
      }
    }
  });

  test('a sample that says nothing of the others costs time only', () => {
    // Samples are the first rows of words of 32 bits: these are unlike all the others.
    for (const odd of [null, 1, 99]) {
      const people = Array.from({ length: 9000 }, (_, row) => ({
        age: row % 32 === 0 ? odd : 20 + (row % 50),
        score: row % 32 === 0 ? row % 3 : row,
      }));
      const sample = new Sample(kernel, people);
      for (const descending of [false, true]) {
        const sort = [
          { field: 'P.age', descending },
          { field: 'P.score', descending: !descending },
        ];
        const { rows } = sample.find(() => true);
        const expected = inOrder(sample, rows, sort);
        for (const from of [0, 270, 600, 2000]) {
          const { found } = sample.find(() => true);
          expect(found.rows(sort, from, 50)).toEqual(expected.slice(from, from + 50));
          expect(found.rows(sort.toReversed(), from, 50)).toEqual(
            inOrder(sample, rows, sort.toReversed()).slice(from, from + 50),
          );
        }
      }
    }
  });
});

test('rows become ids', () => {
  const sample = new Sample('plain', [{ age: 30 }, { age: 20 }]);
  const { found } = sample.find(() => true);
  expect(found.ids([{ field: 'P.age' }], 0, 5)).toEqual([1, 0].map((row) => sample.dataset.idOf(row)));
  expect(found.ids([{ field: 'P.age' }], 5, 5)).toEqual([]);
});

test('what has no order is refused with its place', () => {
  const { found } = new Sample('plain', [{}]).find(() => true);
  expect(() => found.rows([{ field: 'P.age' }, { field: 'P.nothing' }], 0, 1)).toThrow(
    'sort[1].field：没有“P.nothing”',
  );
  expect(() => found.rows([{ field: 'P.note' }], 0, 1)).toThrow('sort[0].field：“说明”是长文字');
  expect(() => found.rows([{ field: 'R.kind' }], 0, 1)).toThrow('sort[0].field：“种类”每人可有多条');
});

/** The same people every time: most of one level, few names, and some without anything. */
function manyPeople(count: number): readonly Values[] {
  return Array.from({ length: count }, (_, number) => {
    const noise = Math.imul(number + 1, 2_654_435_761) >>> 8;
    if (noise % 17 === 0) return {};
    return {
      level: noise % 3 > 0 ? '2' : (['1', '11', '9', '22'][noise % 4] ?? null),
      place: `p${noise % 300}`,
      unit: `u${noise % 10}`,
      birth:
        noise % 11 === 0
          ? null
          : `${1960 + (noise % 40)}-0${1 + (noise % 9)}${noise % 5 === 0 ? '' : `-1${noise % 10}`}`,
      joined: noise % 2 === 0 ? null : `${1980 + (noise % 3)}-07`,
      age: 20 + (noise % 45),
      pay: noise % 3 === 0 ? 2_000_000_000 : noise,
      name: noise % 4 === 0 ? '王' : `人${noise % 900}`,
    };
  });
}
