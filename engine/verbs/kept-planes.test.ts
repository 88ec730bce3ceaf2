import { expect, test } from 'vitest';
import type { GroupKey } from '../ask.ts';
import { resolveGroupKey } from './group-key.ts';
import { countPlaces } from './group-planes.ts';
import { KeptPlanes } from './kept-planes.ts';
import { kernels, Sample, units } from './test-verbs.ts';

const people = Array.from({ length: 500 }, (_, number) => ({
  level: ['1', '2', '9'][number % 3] ?? null,
  age: number % 100,
  place: `p${number % 7}`,
}));

function bitmapsOn(sample: Sample, budget?: number) {
  const { dataset } = sample;
  const cache = new KeptPlanes(dataset, budget);
  const find = (key: GroupKey) => {
    const ctx = sample.context();
    return cache.find(ctx, resolveGroupKey(ctx, key, dataset.root.live, sample.people.size, ''));
  };
  /** The groups with the number of their rows. */
  const sizes = (key: GroupKey) => {
    const planes = find(key);
    if (!planes) return undefined;
    const [counts = []] = countPlaces(sample.context(), dataset.root.live, planes);
    return new Map(planes.groups.map((group, place) => [group, counts[place]]));
  };
  return { cache, find, sizes };
}

test.each(kernels)('bitmaps are made once and follow the people who change (%s)', (kernel) => {
  const sample = new Sample(kernel, people);
  const { find, sizes } = bitmapsOn(sample);
  const before = find({ field: 'P.level' });
  expect(sizes({ field: 'P.level' })).toEqual(
    new Map([
      [1, 166],
      [2, 167],
      [5, 167],
    ]),
  );
  sample.patch(
    new Map([
      [0, { level: '9' }],
      [1, {}],
      [600, { level: '22' }],
    ]),
    [2, 3],
  );
  expect(sizes({ field: 'P.level' })).toEqual(
    new Map([
      [1, 166],
      [2, 165],
      [5, 166],
      [0, 1],
      [7, 1],
    ]),
  );
  expect(find({ field: 'P.level' })).toBe(before);
});

test('of too many groups there are none', () => {
  const { sizes } = bitmapsOn(new Sample('plain', people));
  expect(sizes({ field: 'P.age' })).toBeUndefined();
  expect(sizes({ field: 'P.age', bands: [{ label: '少', to: 49 }] })).toEqual(
    new Map([
      [1, 250],
      [2, 250],
    ]),
  );
});

test('more new groups, people and changes than there is room for make them anew', () => {
  const sample = new Sample('plain', people);
  const { find, sizes, cache } = bitmapsOn(sample);
  const first = find({ field: 'P.place' });
  sample.patch(new Map(Array.from({ length: 9 }, (_, number) => [number, { place: `q${number}` }])), []);
  expect(sizes({ field: 'P.place' })?.size).toBe(16);
  const second = find({ field: 'P.place' });
  expect(second).not.toBe(first);
  sample.patch(
    new Map(Array.from({ length: 70_000 }, (_, number) => [number, { place: `p${number % 7}` }])),
    [],
  );
  expect(cache.bytes).toBe(0);
  expect(sizes({ field: 'P.place' })).toEqual(
    new Map(Array.from({ length: 7 }, (_, key) => [key + 1, 10_000])),
  );
});

test('units in another order make them anew', () => {
  const sample = new Sample(
    'plain',
    people.map((_, number) => ({ unit: `u${number % 2}` })),
  );
  const { find, sizes } = bitmapsOn(sample);
  expect([...(find({ field: 'P.unit' })?.groups ?? [])]).toEqual([1, 2]);
  sample.dataset.patch({
    changed: [],
    removed: [],
    units: units.toReversed().map((unit) => ({ ...unit, parent: null })),
  });
  expect(sizes({ field: 'P.unit' })).toEqual(
    new Map([
      [9, 250],
      [10, 250],
    ]),
  );
});

test('what was not used for longest goes when the budget is exceeded', () => {
  const sample = new Sample('plain', people);
  const { cache, find } = bitmapsOn(sample, 30_000);
  const [level, place, unit] = ['P.level', 'P.place', 'P.unit'].map((field) => ({ field }));
  const blocks = [level, place, unit].map((key) => key && find(key));
  if (level) find(level);
  expect(cache.bytes).toBe(blocks.reduce((sum, block) => sum + (block?.bytes ?? 0), 0));
  cache.trim();
  expect(cache.bytes).toBeLessThanOrEqual(30_000);
  expect(level && find(level)).toBe(blocks[0]);
  expect(place && find(place)).not.toBe(blocks[1]);
  cache.clear();
  expect(cache.bytes).toBe(0);
});
