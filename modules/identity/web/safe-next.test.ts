import { expect, test } from 'vitest';
import { safeNext } from './safe-next.ts';

test('after signing in only an address of this system is opened', () => {
  expect(safeNext('/cadres?unit=1')).toBe('/cadres?unit=1');
  for (const next of [
    undefined,
    7,
    '',
    'cadres',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/login',
  ]) {
    expect(safeNext(next), String(next)).toBe('/');
  }
});
