import { expect, test } from 'vitest';
import { spread, ticksTo } from './line-chart.tsx';

test.each([
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [17, [0, 5, 10, 15, 20]],
  [1035, [0, 500, 1000, 1500]],
  [400, [0, 100, 200, 300, 400]],
])('the axis up to %i has round numbers', (most, ticks) => expect(ticksTo(most)).toEqual(ticks));

test('the numbers at the ends of the lines do not stand on each other', () => {
  expect(spread([100, 98, 50, 100], 110)).toEqual([100, 76, 50, 88]);
  expect(spread([], 110)).toEqual([]);
});
