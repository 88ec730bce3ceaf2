import { expect, it } from 'vitest';
import { today } from './today.ts';

it('turns at midnight in the office, not at midnight UTC', () => {
  expect(today(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
  expect(today(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
});
