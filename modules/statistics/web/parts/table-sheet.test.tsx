// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { CountedTable } from '../../model/counted-table.ts';
import type { Drilled } from './names-drawer.tsx';
import { TableSheet } from './table-sheet.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const women = { op: 'in' as const, field: 'A01.sexCode', values: ['2'] };
const young = { op: 'between' as const, field: 'age', to: 35 };
const table: CountedTable = {
  title: '年龄与性别',
  asOf: '2026-06-30',
  generatedAt: '2026-06-30T08:00:00.000Z',
  unit: null,
  scope: '全部在职干部',
  population: 'serving',
  count: 3,
  where: null,
  rowHead: '年龄',
  rows: [
    { label: '35岁以下', where: young },
    { label: '其他', where: { op: 'not', of: young } },
  ],
  groups: [{ head: '性别', kind: 'partition', columns: [{ label: '女', where: women }] }],
  cells: [[2], [0]],
  shares: [[100], [null]],
  rowTotals: [2, 1],
  rowShares: [66.7, 33.3],
  columnTotals: [2],
  columnShares: [66.7],
  averageAges: { total: 41.25, rows: [33, null] },
};

test('every number but 0 leads to the question behind it, with its row and column', () => {
  const drilled: Drilled[] = [];
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() => root.render(<TableSheet table={table} withShares onDrill={(one) => drilled.push(one)} />));
  const buttons = [...document.querySelectorAll('button')];
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['3', '2', '2', '2', '1']);
  expect(document.body.textContent).toContain('66.7%');
  expect(document.body.textContent).toContain('—');
  const ages = [...document.querySelectorAll('tbody td:nth-of-type(2)')];
  expect(ages.map(({ textContent }) => textContent)).toEqual(['41.3', '33.0', '—']);
  for (const button of buttons) act(() => button.click());
  expect(drilled.map(({ question }) => question)).toEqual([
    { population: 'serving' },
    { population: 'serving', where: women },
    { population: 'serving', where: young },
    { population: 'serving', where: { op: 'all', of: [young, women] } },
    { population: 'serving', where: { op: 'not', of: young } },
  ]);
  act(() => root.unmount());
});

test('many columns have their shares without signs, which the head says once', () => {
  const columns = Array.from({ length: 10 }, (_, at) => ({ label: `第${at}栏`, where: women }));
  const groups = ['性别', '年龄'].map((head) => ({ head, kind: 'partition' as const, columns }));
  const line = Array.from({ length: 20 }, () => 1);
  const shares = Array.from({ length: 20 }, () => 50);
  const wide: CountedTable = {
    ...table,
    groups,
    cells: [line, line],
    shares: [shares, shares],
    columnTotals: line,
    columnShares: shares,
  };
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() => root.render(<TableSheet table={wide} withShares onDrill={() => {}} />));
  expect(document.querySelector('.stats-sheet-line')?.textContent).toContain('单位：人、%');
  expect(document.querySelector('.stats-share')?.textContent).toBe('100.0');
  act(() => root.unmount());
});
