import { expect, test } from 'vitest';
import { defaultAlerts } from '../../model/alerts-default.ts';
import { limitsText, movedAlert, newAlertId, readLimits } from './alert-edits.ts';

test('thresholds are read as they are typed', () => {
  expect(readLimits('10，5、 8')).toEqual([5, 8, 10]);
  expect(readLimits('12 12')).toEqual([12]);
  expect(['', '五', '0', '1.5', '601', '1 2 3 4 5 6 7'].map(readLimits)).toEqual(Array(6).fill(null));
  expect(limitsText([5, 8])).toBe('5、8');
});

test('a reminder moves up and down, and not over the ends', () => {
  const ids = (index: number, by: 1 | -1) => movedAlert(defaultAlerts, index, by).map(({ id }) => id);
  const [first, second] = defaultAlerts.map(({ id }) => id);
  expect(ids(0, 1).slice(0, 2)).toEqual([second, first]);
  expect(movedAlert(defaultAlerts, 0, -1)).toBe(defaultAlerts);
});

test('new reminders have ids of their own', () => {
  const own = defaultAlerts.slice(0, 1).map((alert) => ({ ...alert, id: 'own-1' }));
  expect(newAlertId(own)).toBe('own-2');
  expect(newAlertId([])).toBe('own-1');
});
