import { expect, test } from 'vitest';
import { seemingStart } from './pace.ts';

test('work seen from its beginning began when it was first seen', () => {
  expect(seemingStart({ done: 0, at: 1_000 }, { done: 50, at: 6_000 })).toBe(1_000);
});

test('work seen from its middle is taken to have gone at the pace seen', () => {
  // 50 more in 5 s, 100 in all: 10 s at that pace.
  expect(seemingStart({ done: 50, at: 100_000 }, { done: 100, at: 105_000 })).toBe(95_000);
});

test('before anything moved nothing is guessed', () => {
  expect(seemingStart({ done: 50, at: 100_000 }, { done: 50, at: 105_000 })).toBe(105_000);
});
