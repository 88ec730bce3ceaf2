import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropOf, firstView, moved, outputSize, photoRatio } from './crop-math.ts';

test('the first crop is the largest part of 4 : 5 that fits', () => {
  expect(cropOf({ width: 800, height: 1000 }, firstView({ width: 800, height: 1000 }))).toEqual({
    x: 0,
    y: 0,
    width: 800,
    height: 1000,
  });
  const wide = { width: 2000, height: 1000 };
  expect(cropOf(wide, firstView(wide))).toEqual({ x: 600, y: 0, width: 800, height: 1000 });
});

test('the output has the pixels of the original and never more', () => {
  expect(outputSize({ x: 0, y: 0, width: 320.6, height: 400.75 })).toEqual({ width: 320, height: 400 });
});

test('however it is moved and zoomed, the crop keeps its ratio and stays inside the picture', () => {
  const sides = fc.integer({ min: 20, max: 6000 });
  const move = fc.tuple(
    fc.integer({ min: -9000, max: 9000 }),
    fc.integer({ min: -9000, max: 9000 }),
    fc.double({ min: 0.2, max: 5, noNaN: true }),
  );
  fc.assert(
    fc.property(sides, sides, fc.array(move, { maxLength: 8 }), (width, height, moves) => {
      const size = { width, height };
      const view = moves.reduce(
        (last, [dx, dy, factor]) => moved(size, last, dx, dy, factor),
        firstView(size),
      );
      const crop = cropOf(size, view);
      expect(crop.width / crop.height).toBeCloseTo(photoRatio, 6);
      expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(-1e-6);
      expect(crop.x + crop.width).toBeLessThanOrEqual(width + 1e-6);
      expect(crop.y + crop.height).toBeLessThanOrEqual(height + 1e-6);
    }),
    { seed: 20240601 },
  );
});
