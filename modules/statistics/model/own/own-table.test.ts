import { expect, test } from 'vitest';
import { ownTable } from './own-table.ts';

const frame = {
  question: { population: 'all' as const },
  scope: '全部人员（含历史人员）',
  generatedAt: '2026-06-30T08:00:00.000Z',
};
const all = { op: 'all' as const, of: [] };
const item = (...labels: string[]) => ({ values: labels, labels, where: all });

const answer = {
  asOf: '2026-06-30',
  version: 1,
  count: 6,
  sentence: '',
  rows: { keys: [{ field: 'age', label: '年龄' }], items: [item('35岁以下')] },
  columns: {
    keys: [
      { field: 'A01.sexCode', label: '性别' },
      { field: 'isParty', label: '党员' },
    ],
    items: [item('男', '是'), item('男', '否'), item('女', '是'), item('女', '否')],
  },
  cells: [[1, 2, 0, 3]],
  rowTotals: [6],
  columnTotals: [1, 2, 0, 3],
  rowPercents: [100],
  columnPercents: [16.7, 33.3, 0, 50],
  cellPercents: [[16.7, 33.3, 0, 50]],
};

test('two keys in the columns become heads over columns', () => {
  const { title, groups, cells } = ownTable(answer, frame);
  expect(title).toBe('年龄 × 性别、党员');
  expect(groups.map(({ head, columns }) => [head, columns.map(({ label }) => label)])).toEqual([
    ['男（党员）', ['是', '否']],
    ['女（党员）', ['是', '否']],
  ]);
  expect(cells).toEqual([[1, 2, 0, 3]]);
});

test('without keys in the columns only the totals are shown', () => {
  const columns = { keys: [], items: [item()] };
  const { title, groups, cells, rowTotals } = ownTable(
    {
      ...answer,
      columns,
      cells: [[6]],
      columnTotals: [6],
      columnPercents: [100],
      cellPercents: [[100]],
    },
    frame,
  );
  expect([title, groups, cells, rowTotals]).toEqual(['年龄', [], [[]], [6]]);
});
