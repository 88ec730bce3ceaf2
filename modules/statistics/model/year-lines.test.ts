import { expect, it } from 'vitest';
import type { TableAnswer } from './contracts.ts';
import { yearDates, yearLines, yearViews } from './year-lines.ts';

const where = { op: 'all' as const, of: [] };

function answer(rows: readonly [string, number][], columns: readonly [string, number][]): TableAnswer {
  return {
    id: 'own',
    title: '年龄 × 性别',
    asOf: '2026-06-30',
    generatedAt: '2026-06-30T08:00:00.000Z',
    unit: null,
    scope: '全部在职干部',
    population: 'serving',
    version: 1,
    count: 0,
    where: null,
    rowHead: '年龄',
    rows: rows.map(([label]) => ({ label, where })),
    groups: [{ head: '性别', kind: 'partition', columns: columns.map(([label]) => ({ label, where })) }],
    cells: [],
    shares: [],
    rowTotals: rows.map(([, total]) => total),
    rowShares: [],
    columnTotals: columns.map(([, total]) => total),
    columnShares: [],
    averageAges: null,
  };
}

const years = [
  answer([['35岁以下', 3]], [['男', 3]]),
  answer(
    [
      ['36至40岁', 2],
      ['35岁以下', 1],
    ],
    [
      ['男', 2],
      ['女', 1],
    ],
  ),
];

it('asks for the ends of the last five years and the reference date', () => {
  expect(yearDates('2026-06-30').map(({ asOf, mark }) => `${asOf} ${mark}`)).toEqual([
    '2021-12-31 2021年底',
    '2022-12-31 2022年底',
    '2023-12-31 2023年底',
    '2024-12-31 2024年底',
    '2025-12-31 2025年底',
    '2026-06-30 2026-06',
  ]);
});

it('draws columns and rows that occur in any of the years', () => {
  const [columns, rows] = yearViews(years[0] ?? answer([], []));
  expect([columns?.label, rows?.label]).toEqual(['性别', '年龄']);
  expect(columns && yearLines(years, columns)).toEqual([
    { label: '男', values: [3, 2] },
    { label: '女', values: [0, 1] },
  ]);
  expect(rows && yearLines(years, rows)).toEqual([
    { label: '35岁以下', values: [3, 1] },
    { label: '36至40岁', values: [0, 2] },
  ]);
});

it('leaves out the rows where there are too many to be told apart', () => {
  const many = answer(
    Array.from({ length: 13 }, (_, index): [string, number] => [`单位${index}`, 1]),
    [['男', 13]],
  );
  expect(yearViews(many).map(({ label }) => label)).toEqual(['性别']);
});
