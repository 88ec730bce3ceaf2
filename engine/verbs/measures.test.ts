import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateKey } from '../column/date-key.ts';
import { anyPeople, kernels, Sample } from './test-verbs.ts';

const numbers = ['age', 'score', 'pay', 'never'];
const fields = [...numbers, 'level', 'place', 'unit', 'birth', 'joined', 'name'];

describe.each(kernels)('measures (%s)', (kernel) => {
  test('percentiles are values at the nearest rank', () => {
    fc.assert(
      fc.property(
        anyPeople,
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (people, every, shares) => {
          const { found, rows } = new Sample(kernel, people).find((number) => number % every === 0);
          for (const field of [...numbers, 'birth', 'joined']) {
            const values = rows
              .flatMap(({ values: { [field]: value } }) =>
                value === null || value === undefined ? [] : [value],
              )
              .map((value) => (typeof value === 'string' ? (dateKey(value) ?? 0) : value))
              .toSorted((left, right) => left - right);
            const expected = shares.map(
              (share) => values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? null,
            );
            expect(found.percentiles(`P.${field}`, shares)).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the summary has number, sum and extremes', () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const { found, rows } = new Sample(kernel, people).find(() => true);
        for (const field of numbers) {
          const values = rows.flatMap(({ values: { [field]: value } }) =>
            typeof value === 'number' ? [value] : [],
          );
          expect(found.summary(`P.${field}`)).toEqual({
            count: values.length,
            sum: values.reduce((left, right) => left + right, 0),
            least: values.length === 0 ? null : Math.min(...values),
            greatest: values.length === 0 ? null : Math.max(...values),
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('different values come most frequent first, then in the order of the field', () => {
    fc.assert(
      fc.property(anyPeople, fc.constantFrom(3, 1000), (people, limit) => {
        const sample = new Sample(kernel, people);
        const { found, rows } = sample.find((number) => number % 3 !== 1);
        for (const field of fields) {
          const counts = new Map<string | number, number>();
          for (const { values } of rows) {
            const value = values[field] ?? null;
            if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
          }
          const place = (value: string | number) => sample.place(`P.${field}`, value) ?? 0;
          const expected = [...counts]
            .toSorted(([a, left], [b, right]) => right - left || (place(a) < place(b) ? -1 : 1))
            .slice(0, limit);
          expect(found.distinct(`P.${field}`, limit).map(({ value, count }) => [value, count])).toEqual(
            expected,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

test.each(kernels)('many dates are counted like few (%s)', (kernel) => {
  const people = Array.from({ length: 5000 }, (_, number) => ({
    birth: number % 9 === 0 ? null : `${1960 + (number % 40)}${['', '-05', '-05-09', '-05-01'][number % 4]}`,
    joined: number % 5 === 0 ? null : `${1980 + (number % 7)}-07`,
  }));
  const { found, rows } = new Sample(kernel, people).find(() => true);
  for (const field of ['birth', 'joined']) {
    const counts = new Map<string, number>();
    for (const { values } of rows) {
      const value = values[field];
      if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const answered = found.distinct(`P.${field}`, 1000).map(({ value, count }) => [value, count]);
    expect(new Map(answered as [string, number][])).toEqual(counts);
    const sorted = [...counts]
      .flatMap(([date, many]) => Array.from({ length: many }, () => dateKey(date) ?? 0))
      .toSorted((left, right) => left - right);
    expect(found.percentiles(`P.${field}`, [0, 0.5, 1])).toEqual(
      [0, Math.ceil(sorted.length / 2) - 1, sorted.length - 1].map((place) => sorted[place]),
    );
  }
});

describe('single answers', () => {
  const sample = new Sample('plain', [
    { birth: '1972-11', age: 30, level: '11', unit: 'u4' },
    { birth: '1972-11-05', age: 40 },
    { age: 50 },
  ]);
  const { found } = sample.find(() => true);

  test('the median of an even number is the lower of the two in the middle', () => {
    expect(sample.find((number) => number < 2).found.percentiles('P.age', [0, 0.5, 1])).toEqual([30, 30, 40]);
  });

  test('dates are answered as they are written', () => {
    expect([0, 1].map((row) => found.values(row, ['P.birth']))).toEqual([['1972-11'], ['1972-11-05']]);
    expect(found.distinct('P.birth', 9).map(({ label }) => label)).toEqual(['1972-11', '1972-11-05']);
  });

  test('codes and units are shown by their labels', () => {
    expect(found.distinct('P.level', 9)).toEqual([{ value: '11', label: '正局级', count: 1 }]);
    expect(found.distinct('P.unit', 9)).toEqual([{ value: 'u4', label: '第4单位', count: 1 }]);
  });

  test('what cannot be measured is refused', () => {
    expect(() => found.summary('P.birth')).toThrow('“出生日期”不是数字，不能求和');
    expect(() => found.percentiles('P.level', [0.5])).toThrow('“层次”不是数字或日期');
    expect(() => found.percentiles('P.age', [0.5, 1.5])).toThrow('shares[1]：请填写 0 到 1 之间的数');
    expect(() => found.values(0, ['P.birth', 'P.secret'])).toThrow('fields[1]：没有“P.secret”这个信息项');
  });
});
