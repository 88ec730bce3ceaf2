import { expect, test } from 'vitest';
import { addNeed, columnWidths, type ColumnNeed } from './column-widths.ts';

function needOf(...texts: string[]): ColumnNeed {
  const need = { whole: 0, least: 0 };
  for (const text of texts) addNeed(need, text, 10, 5);
  return need;
}

test('a column needs the longest line; a word is not divided', () => {
  expect(needOf('样板区委', '男\n110101197211')).toEqual({ whole: 70, least: 65 });
  expect(needOf('样板区委员会常委').least).toBe(15);
});

test('what a column has too much goes to those with long lines; a column to write in keeps its width', () => {
  const needs = [needOf('1'), needOf('样板区委常委、区人民政府党组副书记'), null];
  const [narrow = 0, wide = 0, blank = 0] = columnWidths([100, 100, 100], needs, 300);
  expect(narrow).toBeLessThan(100);
  expect(wide).toBeCloseTo(200 - narrow);
  expect(blank).toBe(100);
});

test('a word gets its room before lines are saved elsewhere', () => {
  const needs = [needOf('110101197211100123'), needOf('样板区委常委、区人民政府党组副书记'.repeat(5))];
  const [number = 0, text = 0] = columnWidths([20, 180], needs, 200);
  expect(number).toBeCloseTo(95);
  expect(text).toBeCloseTo(105);
});

test('columns keep the proportions of the table where all have room', () => {
  expect(columnWidths([10, 30], [needOf('男'), needOf('男')], 400)).toEqual([100, 300]);
});
