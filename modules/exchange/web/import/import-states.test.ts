import { expect, test } from 'vitest';
import { countsLine, isMoving, isOpen } from './import-states.ts';

const counts = { forms: 16, created: 12, updated: 3, unchanged: 0, refused: 1, skipped: 2, warnings: 5 };

test('the counts in one line leave out what is zero', () => {
  expect(countsLine({ state: 'done', counts, ambiguous: 0 })).toBe('新增 12，更新 3，拒收 1');
  expect(countsLine({ state: 'ready', counts, ambiguous: 2 })).toBe('新增 12，有变化 3，待确认 2，拒收 1');
});

test('an import without any form says so', () => {
  const none = { forms: 0, created: 0, updated: 0, unchanged: 0, refused: 0, skipped: 4, warnings: 0 };
  expect(countsLine({ state: 'done', counts: none, ambiguous: 0 })).toBe('没有任免表');
});

test('an import that waits for its operator is open but does not move', () => {
  expect(isOpen({ state: 'ready' })).toBe(true);
  expect(isMoving({ state: 'ready' })).toBe(false);
  expect(isMoving({ state: 'applying' })).toBe(true);
  expect(isOpen({ state: 'done' })).toBe(false);
});
