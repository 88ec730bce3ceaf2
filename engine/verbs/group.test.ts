import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Group, GroupedCounts, GroupKey } from '../ask.ts';
import { dateKey, lowerBound, upperBound } from '../column/date-key.ts';
import { anyPeople, kernels, Sample, units, type FoundRow, type Values } from './test-verbs.ts';

const ages = [
  { label: '35岁以下', to: 35 },
  { label: '36—40岁', from: 36, to: 40 },
  { label: '38岁以上', from: 38 },
];
const births = [
  { label: '60后', from: '1960', to: '1969' },
  { label: '1969年8月至1975年3月12日', from: '1969-08', to: '1975-03-12' },
  { label: '1980年以后', from: '1980' },
];
const months = [
  { label: '前', to: '1999-12' },
  { label: '后', from: '2000', to: '2015' },
];
const pays = [
  { label: '少', to: 99_999.5 },
  { label: '多', from: 5_000_000 },
];

const heads = (...values: string[]) => values.map((value) => ({ label: value, values: [value] }));

const keys: readonly GroupKey[] = [
  { field: 'P.level' },
  { field: 'P.level', heads: heads('11', '1', '2') },
  { field: 'P.place' },
  { field: 'P.unit' },
  { field: 'P.unit', heads: [{ label: '两个单位', values: ['u4', 'u3'] }, ...heads('u7')] },
  { field: 'P.birth' },
  { field: 'P.birth', bands: births },
  { field: 'P.joined', bands: months },
  { field: 'P.age' },
  { field: 'P.age', bands: ages },
  { field: 'P.score' },
  { field: 'P.score', bands: [{ label: '负', to: -1 }] },
  { field: 'P.pay' },
  { field: 'P.pay', bands: pays },
  { field: 'P.name' },
  { field: 'P.never', bands: ages },
];

const levelsBelow: Readonly<Record<string, readonly string[]>> = {
  '1': ['1', '11', '12'],
  '2': ['2', '21', '22'],
};

/** The value of the group of a person, as anybody would write it down. */
function groupOf(key: GroupKey, values: Values): string | number | null {
  const value = values[key.field.slice(2)] ?? null;
  if (value === null) return null;
  if (key.heads) {
    const isIn = (head: string) =>
      head === value ||
      (levelsBelow[head] ?? []).includes(String(value)) ||
      units.find(({ id }) => id === value)?.parent === head;
    return key.heads.find(({ values: tops }) => tops.some(isIn))?.label ?? '其他';
  }
  const isDate = key.field === 'P.birth' || key.field === 'P.joined';
  if (key.bands) {
    const bound = (end: string | number, of: (key: number) => number) =>
      typeof end === 'number' ? end : of(dateKey(end) ?? 0);
    const compared = isDate ? (dateKey(String(value)) ?? 0) : Number(value);
    const band = key.bands.find(
      ({ from, to }) =>
        (from === undefined || compared >= bound(from, lowerBound)) &&
        (to === undefined || compared <= bound(to, upperBound)),
    );
    return band?.label ?? '其他';
  }
  return isDate ? Number(String(value).slice(0, 4)) : value;
}

type Cells = Readonly<Record<string, number>>;

function naive(groupKeys: readonly GroupKey[], rows: readonly FoundRow[]): Cells {
  const cells: Record<string, number> = {};
  for (const { values } of rows) {
    const cell = JSON.stringify(groupKeys.map((key) => groupOf(key, values)));
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}

/** The cells that are not 0. */
function cellsOf({ groups, counts }: GroupedCounts): Cells {
  const cells: Record<string, number> = {};
  let tuples: Group[][] = [[]];
  for (const axis of groups) tuples = tuples.flatMap((tuple) => axis.map((group) => [...tuple, group]));
  expect(counts).toHaveLength(tuples.length);
  for (const [index, tuple] of tuples.entries()) {
    if (counts[index]) cells[JSON.stringify(tuple.map(({ value }) => value))] = counts[index];
  }
  return cells;
}

const anyKeys = fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 });
const sum = (counts: Iterable<number>) => [...counts].reduce((left, right) => left + right, 0);

describe.each(kernels)('groups (%s)', (kernel) => {
  test('have the counts of the plain loop, over one to three keys, for many people and for few', () => {
    fc.assert(
      fc.property(anyPeople, anyKeys, fc.constantFrom(1, 2, 40), (people, groupKeys, every) => {
        const sample = new Sample(kernel, people);
        const { found, rows } = sample.find((number) => number % every === 0);
        const grouped = found.group(groupKeys);
        expect(cellsOf(grouped)).toEqual(naive(groupKeys, rows));
        expect(sum(grouped.counts)).toBe(rows.length);
        expect(grouped.total).toBe(rows.length);
      }),
      { numRuns: 300 },
    );
  });

  test('stay right while people change, come and go between questions', () => {
    fc.assert(
      fc.property(anyPeople, fc.array(anyPeople, { maxLength: 4 }), (people, patches) => {
        const sample = new Sample(kernel, people);
        for (const [turn, patch] of [[], ...patches].entries()) {
          const changed = new Map(
            patch.map((values, index): [number, Values] => [index * (turn + 1), values]),
          );
          sample.patch(changed, [turn, turn * 7, 3]);
          const { found, rows } = sample.find(() => true);
          for (const key of keys) expect(cellsOf(found.group([key]))).toEqual(naive([key], rows));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('in facets are the groups of each field by itself', () => {
    fc.assert(
      fc.property(anyPeople, fc.constantFrom(1, 3, 50), (people, every) => {
        const { found } = new Sample(kernel, people).find((number) => number % every === 0);
        const facets = found.facets(keys);
        for (const [index, key] of keys.entries()) {
          const { groups, counts } = found.group([key]);
          expect(facets[index]).toEqual(
            groups[0]?.map((group, place) => ({ ...group, count: counts[place] })),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of two keys add up to the groups of each', () => {
    fc.assert(
      fc.property(
        anyPeople,
        fc.constantFrom(...keys),
        fc.constantFrom(...keys),
        (people, rowKey, columnKey) => {
          const { found } = new Sample(kernel, people).find(() => true);
          const { groups, counts } = found.group([rowKey, columnKey]);
          const width = groups[1]?.length ?? 0;
          const rowSums = (groups[0] ?? []).map((_, row) =>
            sum(counts.subarray(row * width, (row + 1) * width)),
          );
          const columnSums = (groups[1] ?? []).map((_, column) =>
            sum(counts.filter((_count, cell) => cell % width === column)),
          );
          expect(rowSums).toEqual([...found.group([rowKey]).counts]);
          expect(columnSums).toEqual([...found.group([columnKey]).counts]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of thousands of units are counted in the same way', () => {
    const people = Array.from({ length: 4000 }, (_, number) => ({
      place: `p${number % 1500}`,
      age: 20 + (number % 40),
    }));
    const { found, rows } = new Sample(kernel, people).find((number) => number % 3 > 0);
    for (const groupKeys of [
      [{ field: 'P.place' }],
      [{ field: 'P.place' }, { field: 'P.age', bands: ages }],
    ]) {
      expect(cellsOf(found.group(groupKeys))).toEqual(naive(groupKeys, rows));
    }
  });
});

describe('the order of groups', () => {
  const people: readonly Values[] = [
    { level: '22', name: '赵', age: 39, unit: 'u5', birth: '1975' },
    { level: 'odd', name: '安', age: 50, unit: 'u2' },
    { level: '9', name: '王', unit: 'u3' },
    { age: 20 },
  ];
  const { found } = new Sample('plain', people).find(() => true);
  const labels = (key: GroupKey) => found.group([key]).groups[0]?.map(({ label }) => label);

  test('is that of the code list, codes that it does not have behind, 未填写 last', () => {
    expect(labels({ field: 'P.level' })).toEqual(['其他层次', '副处级', 'odd', '未填写']);
  });

  test('of bands and heads is as given, all of them shown, then 其他 and 未填写 where they occur', () => {
    expect(labels({ field: 'P.age', bands: ages.slice(0, 2) })).toEqual([
      '35岁以下',
      '36—40岁',
      '其他',
      '未填写',
    ]);
    expect(labels({ field: 'P.age', bands: [{ label: '全部' }] })).toEqual(['全部', '未填写']);
    expect(labels({ field: 'P.unit', heads: heads('u7', 'u3') })).toEqual(['u7', 'u3', '其他', '未填写']);
  });

  test('of units is statutory, of texts theirs, of dates by year', () => {
    expect(labels({ field: 'P.unit' })).toEqual(['第2单位', '第3单位', '第5单位', '未填写']);
    expect(labels({ field: 'P.name' })).toEqual(['安', '王', '赵', '未填写']);
    expect(labels({ field: 'P.birth' })).toEqual(['1975年', '未填写']);
  });

  test('somebody in two bands is in the first one', () => {
    expect([...found.group([{ field: 'P.age', bands: ages }]).counts]).toEqual([1, 1, 1, 1]);
  });
});

describe('groups that cannot be made are refused with their place', () => {
  const { found } = new Sample('plain', [{ age: 30, name: '安' }]).find(() => true);
  const refused: readonly [string, readonly GroupKey[], string][] = [
    ['no key', [], 'keys：请选择一至三个分组项'],
    ['four keys', Array.from({ length: 4 }, () => ({ field: 'P.age' })), 'keys：请选择一至三个分组项'],
    ['an unknown field', [{ field: 'P.age' }, { field: 'x' }], 'keys[1].field：没有“x”这个信息项'],
    ['rows of a set', [{ field: 'R.kind' }], 'keys[0].field：“种类”每人可有多条'],
    ['a long text', [{ field: 'P.note' }], 'keys[0].field：“说明”是长文字'],
    ['bands of codes', [{ field: 'P.level', bands: ages }], 'keys[0].bands：“层次”不是数字或日期'],
    ['no band', [{ field: 'P.age', bands: [] }], 'keys[0].bands：请至少写一段'],
    [
      'a date among numbers',
      [{ field: 'P.age', bands: [{ label: '', to: '1970' }] }],
      'keys[0].bands[0].to：请填写数字',
    ],
    [
      'no date',
      [{ field: 'P.birth', bands: [{ label: '', from: '197' }] }],
      'keys[0].bands[0].from：请填写日期',
    ],
    ['heads of numbers', [{ field: 'P.age', heads: heads('1') }], 'keys[0].heads：“年龄”不是代码或机构'],
    [
      'an unknown head',
      [{ field: 'P.level', heads: heads('1', '8') }],
      'keys[0].heads[1].values[0]：“层次”没有“8”这个值',
    ],
  ];

  test.each(refused)('%s', (_, groupKeys, words) => {
    expect(() => found.group(groupKeys)).toThrow(words);
  });

  test('more than ten thousand texts', () => {
    const names = Array.from({ length: 10_001 }, (_, number) => ({
      name: `人${number}`,
      pay: 2_000_000_000 - number,
    }));
    const many = new Sample('plain', [...names, { pay: 1 }]).find(() => true).found;
    expect(() => many.group([{ field: 'P.name' }])).toThrow('keys[0]：“姓名”有 10000 个以上不同的值');
    expect(() => many.group([{ field: 'P.pay' }])).toThrow('不能逐个分组，请分段');
  });
});
