import { expect, it } from 'vitest';
import { dayInZone } from './day-in-zone.ts';

it('turns at midnight in the zone, not at midnight UTC', () => {
  const day = dayInZone('Asia/Shanghai');
  expect(day(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
  expect(day(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
});
