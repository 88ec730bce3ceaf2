import { expect, it } from 'vitest';
import { lineFigures } from './target-figures.ts';

const line = (kind: 'count' | 'share', value: number) => ({
  id: 'x',
  label: '女干部',
  want: { kind, value },
});

it.each([
  ['a number of people', line('count', 8), 5, 31, 8, 3, 16.1],
  ['a share, in whole people', line('share', 20), 6, 31, 7, 1, 19.4],
  ['a share that is met exactly', line('share', 20), 6, 30, 6, 0, 20],
  ['a share that floating point makes a little more', line('share', 7), 7, 100, 7, 0, 7],
  ['a share of nobody', line('share', 50), 0, 0, 0, 0, null],
] as const)('%s', (_name, wanted, count, members, needed, missing, share) => {
  expect(lineFigures(wanted, count, members)).toMatchObject({ needed, missing, share });
});
