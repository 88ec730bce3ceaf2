import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKey } from '../column/date-key.ts';
import type { Dataset } from './dataset.ts';
import type { SourcePerson, SourceRow } from './source.ts';
import { testDataset, testId, testPerson } from './test-dataset.ts';
import { somebody, someUnits, testSchema } from './test-people.ts';
import { testBits, testRowsOf } from './test-rows.ts';

const seed = 20261125;
const everybody = Array.from({ length: 12 }, (_, number) => testId(number));

/** What should be there of a person, worked out without the tables. */
function expectedRows({ sets }: SourcePerson): Record<string, SourceRow[]> {
  const filled = (row: SourceRow) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value != null));
  const orderOf: Record<string, (row: SourceRow) => number> = {
    C1: (row) => (typeof row['date'] === 'string' ? (dateKey(row['date']) ?? 0) : 0),
    C2: (row) => (typeof row['number'] === 'number' ? row['number'] : Number.NEGATIVE_INFINITY),
  };
  return Object.fromEntries(
    testSchema.sets.map(({ name, repeating }) => {
      const rows = (sets[name] ?? []).map(filled);
      const order = orderOf[name];
      if (order) rows.sort((a, b) => Math.sign(order(a) - order(b)) || 0);
      return [name, repeating ? rows : [rows[0] ?? {}]];
    }),
  );
}

function allOf(dataset: Dataset): unknown {
  return everybody.map((id) => testRowsOf(dataset, id));
}

describe('a dataset', () => {
  it('gives every value back as it came', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 12 }), someUnits, (people, units) => {
        const dataset = testDataset(testSchema, people, { units });
        const last = new Map(people.map((person) => [person.id, person]));
        for (const id of everybody) {
          const person = last.get(id);
          expect(testRowsOf(dataset, id)).toEqual(person && expectedRows(person));
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is the same patched as built anew', () => {
    const edit = fc.record({
      changed: fc.array(somebody, { maxLength: 3 }),
      removed: fc.array(fc.constantFrom(...everybody), { maxLength: 2 }),
      units: fc.option(someUnits, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(somebody), someUnits, fc.array(edit, { maxLength: 8 }), (people, units, edits) => {
        const dataset = testDataset(testSchema, people, { units });
        const now = new Map(people.map((person) => [person.id, person]));
        let lastUnits = units;
        for (const one of edits) {
          dataset.patch(one);
          for (const person of one.changed) now.set(person.id, person);
          for (const id of one.removed) now.delete(id);
          lastUnits = one.units ?? lastUnits;
        }
        const anew = testDataset(testSchema, now.values(), { units: lastUnits });
        expect(allOf(dataset)).toEqual(allOf(anew));
        expect(dataset.version).toBe(anew.version + edits.length);
        for (const unit of lastUnits) {
          expect(dataset.units.keyOf(unit.id)).toBe(anew.units.keyOf(unit.id));
        }
        expectWhole(dataset, now.size);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('grows far beyond its first room, with and without knowing how many come', () => {
    const rows = (number: number) => Array.from({ length: number % 7 }, (_, at) => ({ number: at * number }));
    const people = Array.from({ length: 3000 }, (_, number) =>
      testPerson(number, { P1: [{ number, text: `人${number}` }], C2: rows(number) }),
    );
    for (const expected of [0, 3000, 500]) {
      const dataset = testDataset(testSchema, []);
      if (expected > 0) dataset.reserve(expected);
      for (let at = 0; at < people.length; at += 100) dataset.append(people.slice(at, at + 100));
      for (const person of people) expect(testRowsOf(dataset, person.id)).toEqual(expectedRows(person));
      expectWhole(dataset, people.length);
    }
  });

  it('closes its child tables up when many rows are dead', () => {
    const person = (number: number, rows: number) =>
      testPerson(number, {
        C1: Array.from({ length: rows }, (_, at) => ({ text: `${number}/${at}`, paragraph: `县委${at}` })),
      });
    const people = Array.from({ length: 300 }, (_, number) => person(number, 1 + (number % 4)));
    const dataset = testDataset(testSchema, people);
    const layout = dataset.child('C1')?.layout ?? 0;
    const grown = people.slice(50).map((_, at) => person(at + 50, 5));
    dataset.patch({ changed: grown, removed: [testId(2)] });
    const { version } = dataset;
    for (const _step of dataset.maintain());
    expect(dataset.child('C1')?.layout).toBe(layout + 1);
    expect(dataset.version).toBe(version + 1);
    expect(dataset.child('C1')?.rows).toBe(
      testBits(dataset, dataset.child('C1')?.live ?? 0, dataset.child('C1')?.bitmapBytes ?? 0).length,
    );
    for (const one of [...people.slice(0, 2), ...people.slice(3, 50), ...grown]) {
      expect(testRowsOf(dataset, one.id)).toEqual(expectedRows(one));
    }
    expectWhole(dataset, 299);
    dataset.patch({ changed: [person(1, 9), person(400, 2)], removed: [] });
    expect(testRowsOf(dataset, testId(1))).toEqual(expectedRows(person(1, 9)));
    expectWhole(dataset, 300);
  });

  it('makes room ahead between patches', () => {
    const dataset = testDataset(testSchema, []);
    for (let number = 0; number < 1500; number++) {
      dataset.patch({
        changed: [testPerson(number, { P1: [{ number }], C2: [{ number }, { number: -number }] })],
        removed: [],
      });
      for (const _step of dataset.maintain());
    }
    for (const number of [0, 1, 63, 64, 700, 1499]) {
      expect(testRowsOf(dataset, testId(number))?.['P1']).toEqual([{ number }]);
      expect(testRowsOf(dataset, testId(number))?.['C2']).toEqual([{ number: -number || 0 }, { number }]);
    }
    expectWhole(dataset, 1500);
  });

  it('takes back the row of somebody who comes again', () => {
    const dataset = testDataset(testSchema, [testPerson(1, { P1: [{ text: '甲' }] }), testPerson(2, {})]);
    const row = dataset.rowOf(testId(1));
    dataset.patch({ changed: [], removed: [testId(1), testId(7)] });
    expect(dataset.rowOf(testId(1))).toBeUndefined();
    dataset.patch({ changed: [testPerson(1, { P1: [{ number: 3 }] })], removed: [] });
    expect(dataset.rowOf(testId(1))).toBe(row);
    expect(testRowsOf(dataset, testId(1))?.['P1']).toEqual([{ number: 3 }]);
  });

  it('tells which rows a patch touched', () => {
    const dataset = testDataset(testSchema, [testPerson(1, {}), testPerson(2, {})]);
    const told: unknown[] = [];
    const stop = dataset.onPatched((rows, unitsChanged) => told.push([rows, unitsChanged]));
    dataset.patch({ changed: [testPerson(2, {}), testPerson(3, {})], removed: [testId(1)] });
    dataset.patch({ changed: [], removed: [], units: [] });
    stop();
    dataset.patch({ changed: [], removed: [testId(2)] });
    expect(told).toEqual([
      [[1, 2, 0], false],
      [[], true],
    ]);
  });

  it('refuses an id that is none before it changes anything', () => {
    const dataset = testDataset(testSchema, [testPerson(1, { P1: [{ number: 1 }] })]);
    const changed = [testPerson(1, { P1: [{ number: 2 }] }), { id: 'nobody', sets: {} }];
    expect(() => dataset.patch({ changed, removed: [] })).toThrow(TypeError);
    expect(() => dataset.append([{ id: '', sets: {} }])).toThrow(TypeError);
    expect(dataset.version).toBe(1);
    expect(testRowsOf(dataset, testId(1))?.['P1']).toEqual([{ number: 1 }]);
    expect(dataset.rowOf('nobody')).toBeUndefined();
  });
});

/** Whole in itself: ids lead to rows and back, live rows are those that somebody has. */
function expectWhole(dataset: Dataset, people: number): void {
  const { root } = dataset;
  const live = testBits(dataset, root.live, root.bitmapBytes);
  expect(live).toHaveLength(people);
  for (const row of live) expect(dataset.rowOf(dataset.idOf(row))).toBe(row);
  for (const set of dataset.schema.sets) {
    const child = dataset.child(set.name);
    if (!child) continue;
    const start = dataset.arena.u32(child.start, root.rows);
    const length = dataset.arena.u16(child.length, root.rows);
    const owned = live.flatMap((row) =>
      Array.from({ length: length[row] ?? 0 }, (_, at) => (start[row] ?? 0) + at),
    );
    expect(owned.toSorted((a, b) => a - b)).toEqual(testBits(dataset, child.live, child.bitmapBytes));
    expect(length.filter((count, row) => count > 0 && !live.includes(row))).toHaveLength(0);
  }
}
