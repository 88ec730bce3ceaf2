import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupIntoBatches } from './batches.ts';

const limits = { bytes: 100, files: 3 };
const bytesOf = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0);
const group = (sizes: number[]) => groupIntoBatches(sizes, (size) => size, limits);

test('a request ends at its number of files or of bytes, whichever comes first', () => {
  expect(group([1, 1, 1, 1])).toEqual([[1, 1, 1], [1]]);
  expect(group([60, 40, 1])).toEqual([[60, 40], [1]]);
});

test('a file larger than a whole request travels alone', () => {
  expect(group([10, 500, 10])).toEqual([[10], [500], [10]]);
});

test('nothing to send makes no request', () => {
  expect(group([])).toEqual([]);
});

test('every file is sent once, in order, and no request with several files exceeds a limit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 250 })), (sizes) => {
      const batches = group(sizes);
      expect(batches.flat()).toEqual(sizes);
      const several = batches.filter((batch) => batch.length > 1);
      for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(limits.files);
      for (const batch of several) expect(bytesOf(batch)).toBeLessThanOrEqual(limits.bytes);
    }),
    { seed: 20240701 },
  );
});
