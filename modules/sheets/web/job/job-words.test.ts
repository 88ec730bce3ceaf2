import { expect, it } from 'vitest';
import { listedText } from './job-words.ts';

it.each([
  [300, 300, 0, '共 300 行。'],
  [300, 300, 12, '共 300 行；已逐条选择 12 行。'],
  [5_000, 5_000, 0, '共 5,000 行。'],
  [6_200, 5_000, 0, '共 6,200 行，下面列出前 5,000 行，其余 1,200 行按上面的选择一并处理。'],
])('of %i rows %i are listed and %i answered', (asked, listed, answered, text) => {
  expect(listedText(asked, listed, answered)).toBe(text);
});
