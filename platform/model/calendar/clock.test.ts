import { expect, it } from 'vitest';
import { clockIn } from './clock.ts';

const { day, dayText, minuteText } = clockIn('Asia/Shanghai');

it('turns the day at midnight in the zone, not at midnight UTC', () => {
  expect(day(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
  expect(day(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
  expect(dayText('2026-11-23T16:00:00Z')).toBe('2026.11.24');
});

it('tells the minutes of a day of 24 hours that begins with 0', () => {
  expect(minuteText('2026-11-23T16:05:59Z')).toBe('2026-11-24 00:05');
  expect(minuteText('2026-11-23T15:59:59Z')).toBe('2026-11-23 23:59');
});
