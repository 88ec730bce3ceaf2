import { expect, it } from 'vitest';
import { defaultBandSets, type BandSet } from '#platform/model';
import { bandSetProblem } from './check-band-set.ts';
import { testLists } from './test-catalogue.ts';

const known = new Set(
  testLists.codes.flatMap(({ id, entries }) => entries.map(({ code }) => `${id} ${code}`)),
);

function problemOf(set: BandSet): string | null {
  const field = testLists.fields.find(({ name }) => name === set.field);
  return bandSetProblem(set, field, (value) => known.has(`${field?.codes ?? ''} ${value}`));
}

function bands(
  field: string,
  ...list: [from: number | string | undefined, to: number | string | undefined][]
) {
  const named = list.map(([from, to], index) => ({ label: `第${index}段`, from, to }));
  return { id: `${field}:own`, label: '分段', field, bands: named };
}

it.each(defaultBandSets.map((set) => [set.id, set] as const))('%s as delivered can be used', (_, set) => {
  expect(problemOf(set)).toBeNull();
});

it.each([
  [bands('age', [undefined, 30], [31, 40], [45, undefined]), /^$/],
  [bands('age', [undefined, 30], [30, 40]), /重叠/],
  [bands('age', [41, 50], [31, 40]), /颠倒/],
  [bands('age', [undefined, undefined], [31, 40]), /重叠/],
  [bands('age', [40, 31]), /起点大于终点/],
  [bands('age', ['31', 40]), /整数/],
  [bands('age', [31.5, 40]), /整数/],
  [bands('A01.birthDate', [undefined, '1979'], ['1980', '1989-12'], ['1990-01-01', undefined]), /^$/],
  [bands('A01.birthDate', [undefined, '1980'], ['1980-05', undefined]), /重叠/],
  [bands('A01.birthDate', ['1980-13', undefined]), /日期/],
  [bands('A01.sexCode', [1, 2]), /按值分组/],
  [bands('A01.name', [1, 2]), /文字/],
  [bands('A01.nothing', [1, 2]), /没有这个信息项/],
  [{ ...bands('age', [1, 2]), id: 'rank:own' }, /编号应以“age:”开头/],
  [{ ...bands('age'), bands: undefined, heads: [{ label: '甲', values: ['1'] }] }, /按起止分段/],
  [
    {
      ...bands('age'),
      bands: [
        { label: '甲', to: 3 },
        { label: ' 甲 ', from: 4 },
      ],
    },
    /都叫“甲”/,
  ],
])('%j: %s', (set, problem) => {
  expect(problemOf(set) ?? '').toMatch(problem);
});
