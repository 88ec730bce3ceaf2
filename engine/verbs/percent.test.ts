import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestRemainder } from './percent.ts';

const tenths = (shares: readonly number[]) => shares.reduce((sum, share) => sum + Math.round(share * 10), 0);

test('three thirds are a hundred', () => {
  expect(largestRemainder([1, 1, 1], 3)).toEqual([33.4, 33.3, 33.3]);
  expect(largestRemainder([1, 1, 1], 3, 0)).toEqual([34, 33, 33]);
});

test('what is missing goes to the largest remainder', () => {
  expect(largestRemainder([1, 2, 4], 7)).toEqual([14.3, 28.6, 57.1]);
  expect(largestRemainder([17, 0, 5, 1], 23)).toEqual([73.9, 0, 21.7, 4.4]);
});

test('without a base there is no percent', () => {
  expect(largestRemainder([0, 0], 0)).toBeNull();
});

test('parts of a larger whole add up to their share of it', () => {
  expect(largestRemainder([1, 1], 3)).toEqual([33.4, 33.3]);
});

test('any counts add up to 100.0, and no share is off by a whole step', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 40 }),
      (counts) => {
        const total = counts.reduce((left, right) => left + right, 0);
        const shares = largestRemainder(counts, total);
        if (total === 0) return shares === null;
        if (!shares || tenths(shares) !== 1000) return false;
        return shares.every((share, index) => {
          const exact = ((counts[index] ?? 0) / total) * 100;
          return Math.abs(share - exact) < 0.1 + 1e-9 && (counts[index] !== 0 || share === 0);
        });
      },
    ),
  );
});
