import { expect, test } from 'vitest';
import { markLines } from './line-marks.ts';

const marked = (text: string, other: string) =>
  markLines(text, other)
    .filter((line) => line.marked)
    .map((line) => line.text);

test('only the lines that differ are marked', () => {
  expect(marked('甲\n乙\n丁', '甲\n乙\n丙')).toEqual(['丁']);
  expect(marked('甲\n乙\n丙', '甲\n乙\n丁')).toEqual(['丙']);
});

test('a line that stands there once more is marked once', () => {
  expect(marked('甲\n甲', '甲')).toEqual(['甲']);
});

test('line ends of other systems are no difference, and nothing has no lines', () => {
  expect(marked('甲\r\n乙', '甲\n乙')).toEqual([]);
  expect(markLines('', '甲')).toEqual([]);
});
