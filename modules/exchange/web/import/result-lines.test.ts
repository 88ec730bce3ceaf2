import { expect, test } from 'vitest';
import { resultLines } from './result-lines.ts';

const counts = { forms: 60, created: 49, updated: 0, unchanged: 0, refused: 10, skipped: 4, warnings: 31 };

test('what was left out by choice is not called refused', () => {
  const tally = { create: 49, update: 0, unchanged: 0, refused: 9, skip: 1, open: 0 };
  expect(resultLines(counts, tally).map(({ label, count }) => `${label} ${count}`)).toEqual([
    '新增 49',
    '未导入 1',
    '拒收 9',
    '跳过 4',
  ]);
});

test('until the choices are known the counts of the import stand', () => {
  expect(resultLines(counts, undefined).map(({ label, count }) => `${label} ${count}`)).toEqual([
    '新增 49',
    '拒收 10',
    '跳过 4',
  ]);
});
