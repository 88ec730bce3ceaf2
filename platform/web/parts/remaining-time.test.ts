import { expect, test } from 'vitest';
import { remainingTime } from './remaining-time.ts';

test('the guess is coarse, in words, and silent while there is nothing to go by', () => {
  expect(remainingTime(0, 100, 60_000)).toBeNull();
  expect(remainingTime(10, 100, 500)).toBeNull();
  expect(remainingTime(100, 100, 60_000)).toBeNull();
  expect(remainingTime(99, 100, 10_000)).toBe('即将完成');
  expect(remainingTime(50, 100, 22_000)).toBe('约剩 25 秒');
  expect(remainingTime(10, 100, 60_000)).toBe('约剩 9 分钟');
  expect(remainingTime(1, 100, 120_000)).toBe('约剩 3 小时 18 分钟');
});
