import { describe, expect, it } from 'vitest';
import { asRecorded } from './recorded-dates.ts';
import { day } from './test-careers.ts';

describe('a day that counts', () => {
  const may = day('2025-05-01');

  it('is told as a month where only the month is recorded', () => {
    expect(asRecorded(may, [day('2025-05'), day('2024-05')])).toBe(day('2025-05'));
    expect(asRecorded(day('2025-01-01'), [day('2025')])).toBe(day('2025'));
  });

  it('is told as a day where all records of it know the day', () => {
    expect(asRecorded(may, [may, day('2025-06')])).toBe(may);
    expect(asRecorded(may, [may, day('2025-05')])).toBe(day('2025-05'));
    expect(asRecorded(day('2025-05-17'), [day('2025-05')])).toBe(day('2025-05-17'));
  });
});
