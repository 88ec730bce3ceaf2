import { describe, expect, it } from 'vitest';
import { dayKey, type DateKey } from '#engine';
import { never, placeBuckets, type Place } from '#modules/quotas';
import { PlaceStore } from './place-store.ts';

const people = 4_000;
const units = ['甲', '乙', '丙'];
const days: readonly DateKey[] = [2018, 2020, 2022, 2024, 2026].map((year) => dayKey(year, 6, 30));

/** The same numbers again for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Places of a person: at most one in each bucket of a unit on a day, as lives have them. */
function placesOf(draw: (below: number) => number): Place[] {
  return Array.from({ length: draw(4) }, (_, index): Place => {
    const from = dayKey(2017 + draw(6), 1 + draw(12), 1 + draw(28));
    return {
      unit: units[draw(units.length)] ?? '甲',
      bucket: placeBuckets[(index * 2 + draw(2)) % placeBuckets.length] ?? 'principal',
      rank: null,
      reason: draw(4) === 0 ? 'elsewhere' : null,
      isConcurrent: false,
      from,
      to: draw(3) === 0 ? never : dayKey(2023 + draw(4), 1 + draw(12), 1 + draw(28)),
    };
  });
}

describe('the store of places', () => {
  it('counts as a plain loop does, however often places are replaced and the gaps closed', () => {
    const store = new PlaceStore();
    const plain = new Map<number, Place[]>();
    const draw = random(7);
    for (let round = 0; round < 6; round += 1) {
      for (let person = 0; person < people; person += 1) {
        const places = placesOf(draw);
        store.put(person, places);
        plain.set(person, places);
      }
      store.tidy();
      const all = [...plain].flatMap(([person, own]) => own.map((place) => ({ person, ...place })));
      expect(store.size).toBe(all.length);
      const placeOf = Int32Array.from({ length: store.units.size }, (_, number) =>
        units.indexOf(store.units.idOf(number)),
      );
      for (const day of days) {
        const there = all.filter(({ from, to }) => from <= day && day < to);
        const { counted, others, twiceInternal } = store.tally(day, placeOf, units.length);
        units.forEach((unit, place) => {
          const own = there.filter((each) => each.unit === unit);
          placeBuckets.forEach((bucket, index) => {
            const cell = place * placeBuckets.length + index;
            const inCell = own.filter((each) => each.bucket === bucket);
            expect(counted[cell]).toBe(inCell.filter(({ reason }) => reason === null).length);
            expect(others[cell]).toBe(inCell.filter(({ reason }) => reason !== null).length);
          });
          const heads = new Set(
            own
              .filter((each) => each.bucket === 'internalHead' && each.reason === null)
              .map(({ person }) => person),
          );
          const twice = own.filter(
            (each) => each.bucket === 'internalDeputy' && each.reason === null && heads.has(each.person),
          );
          expect(twiceInternal.get(place) ?? 0).toBe(twice.length);
        });
        const found = store.find(day, (_unit, bucket) => bucket === 0);
        expect(found).toHaveLength(there.filter(({ bucket }) => bucket === 'principal').length);
      }
    }
  });
});
