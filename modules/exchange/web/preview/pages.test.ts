import { expect, test } from 'vitest';
import { pagesOf } from './pages.ts';

test('only the pages of the rows in sight are asked for', () => {
  expect(pagesOf(0, 13, 100)).toEqual([1]);
  expect(pagesOf(95, 113, 100)).toEqual([1, 2]);
  expect(pagesOf(95, 100, 100)).toEqual([1]);
  expect(pagesOf(100, 101, 100)).toEqual([2]);
});

test('no rows need no page', () => {
  expect(pagesOf(0, 0, 100)).toEqual([]);
});
