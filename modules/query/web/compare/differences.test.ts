import { expect, test } from 'vitest';
import { comparedRows } from './differences.ts';

const rows = [
  { label: '性别', group: '基本情况' },
  { label: '民族', group: '基本情况' },
  { label: '职级', group: '职务职级' },
];

test('rows say whether people differ; what nobody has is left out', () => {
  const people = [{ texts: ['女', '汉族', ''] }, { texts: ['女', '', ''] }];
  expect(comparedRows(rows, people)).toEqual([
    { label: '性别', group: '基本情况', texts: ['女', '女'], differs: false },
    { label: '民族', group: '基本情况', texts: ['汉族', ''], differs: true },
  ]);
});
