import type { FamilyRow, FormField } from '#documents/formats';
import type { CellSpec, FitRule, HorizontalAlign } from './geometry.ts';
import { familyRowsOnBack, familyRowsOnContinuation } from './geometry.ts';

type Span = readonly [number, number];

const label = (rows: Span, columns: Span, lines: string[], stacked = false): CellSpec => ({
  rows,
  columns,
  content: { kind: 'label', lines, stacked },
});

const text = (row: number, field: FormField): CellSpec => ({
  rows: [row, row],
  columns: [2, 8],
  content: { kind: 'value', field, fit: 'plain', align: 'left', vertical: 'middle' },
});

/** Where the printed words of the seal areas stand; the year, month and day are written by hand. */
const sealLines = ['（盖章）', '年　　月　　日'];

interface FamilyColumn {
  columns: Span;
  lines: string[];
  column: keyof FamilyRow;
  fit: FitRule;
  align: HorizontalAlign;
}

const familyColumns: readonly FamilyColumn[] = [
  { columns: [2, 2], lines: ['称　谓'], column: 'relation', fit: 'short', align: 'center' },
  { columns: [3, 3], lines: ['姓　名'], column: 'name', fit: 'short', align: 'center' },
  { columns: [4, 4], lines: ['年', '龄'], column: 'birth', fit: 'age', align: 'center' },
  { columns: [5, 5], lines: ['政 治', '面 貌'], column: 'politicalStatus', fit: 'short', align: 'center' },
  {
    columns: [6, 8],
    lines: ['工 作 单 位 及 职 务'],
    column: 'workUnitAndPost',
    fit: 'plain',
    align: 'left',
  },
];

/** 家庭主要成员及重要社会关系: heading in `headRow`, then `count` rows of people. */
function familyCells(headRow: number, count: number): CellSpec[] {
  const heading = Array.from('家庭主要成员及重要社会关系');
  const cells = [label([headRow, headRow + count], [1, 1], heading, true)];
  for (const { columns, lines } of familyColumns) cells.push(label([headRow, headRow], columns, lines));
  for (let row = 0; row < count; row += 1) {
    const at = headRow + 1 + row;
    for (const { columns, column, fit, align } of familyColumns) {
      cells.push({ rows: [at, at], columns, content: { kind: 'family', row, column, fit, align } });
    }
  }
  return cells;
}

/** Page 2. */
export const backCells: readonly CellSpec[] = [
  label([1, 1], [1, 1], Array.from('奖惩情况'), true),
  text(1, 'rewardsPenalties'),
  label([2, 2], [1, 1], ['年核', '度结', '考果'], true),
  text(2, 'assessments'),
  label([3, 3], [1, 1], Array.from('任免理由'), true),
  text(3, 'reason'),
  ...familyCells(4, familyRowsOnBack),
  label([12, 13], [1, 1], Array.from('呈报单位'), true),
  {
    rows: [12, 12],
    columns: [2, 8],
    content: { kind: 'value', field: 'reportingOrg', fit: 'plain', align: 'right', vertical: 'bottom' },
    openBelow: true,
  },
  {
    rows: [13, 13],
    columns: [2, 8],
    content: { kind: 'value', field: 'filledOn', fit: 'filledOn', align: 'right', vertical: 'middle' },
    openAbove: true,
  },
  label([14, 14], [1, 1], ['审意', '批　', '机　', '关见'], true),
  { rows: [14, 14], columns: [2, 6], content: { kind: 'seal', lines: sealLines } },
  label([14, 14], [7, 7], ['行任', '政免', '机意', '关见'], true),
  { rows: [14, 14], columns: [8, 8], content: { kind: 'seal', lines: sealLines } },
];

/** 家庭成员续表 */
export const continuationCells: readonly CellSpec[] = familyCells(1, familyRowsOnContinuation);
