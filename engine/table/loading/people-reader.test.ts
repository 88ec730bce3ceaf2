import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../host.ts';
import { createMemory } from '../../kernel/load-kernel.ts';
import { createDataset } from '../create-dataset.ts';
import type { SourcePerson, SourceRow } from '../source.ts';
import { testDataset, testId, testPerson } from '../test-dataset.ts';
import { somebody, someUnits, testSchema } from '../test-people.ts';
import { testRowsOf } from '../test-rows.ts';
import type { RowOrder } from './gathered-rows.ts';
import { PeopleReader } from './people-reader.ts';

const seed = 20261125;
const asStored: RowOrder = { keys: [], sort: (rows) => rows };

/** By text, the greatest first, then by number; what is not there comes last. */
const byText: RowOrder = {
  keys: [
    { key: 'text', descending: true },
    { key: 'number', descending: false },
  ],
  sort: (rows) =>
    rows.toSorted((a, b) => {
      const [own, other] = [a['text'], b['text']];
      if (own !== other) {
        if (typeof own !== 'string') return 1;
        return typeof other !== 'string' || own > other ? -1 : 1;
      }
      return Number(a['number'] ?? 1e10) - Number(b['number'] ?? 1e10);
    }),
};

/** The records as the database has them: the members of an object. */
function membersOf(people: readonly SourcePerson[], space?: string): Uint8Array {
  const members = people.flatMap(({ id, sets }) =>
    Object.entries(sets).map(([set, rows]) => [`${id} ${set}`, rows] as const),
  );
  return encodeUtf8(JSON.stringify(Object.fromEntries(members), null, space).slice(1, -1));
}

function readInBatches(people: readonly SourcePerson[], size: number, order: RowOrder, space?: string) {
  const reader = new PeopleReader(testSchema, () => order);
  const batches = [];
  const sorted = people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (let from = 0; from < sorted.length; from += size) {
    const some = sorted.slice(from, from + size);
    const half = Math.ceil(some.length / 2);
    for (const part of [some.slice(0, half), some.slice(half)]) {
      reader.add(
        part.map(({ id }) => id),
        membersOf(part, space),
      );
    }
    batches.push(reader.take());
  }
  return [...batches, reader.take()];
}

const distinct = fc.uniqueArray(somebody, { maxLength: 12, selector: ({ id }) => id });

describe('people read from JSON', () => {
  it('are the same in the tables as their rows', () => {
    const cases = fc.record({
      people: distinct,
      units: someUnits,
      size: fc.integer({ min: 1, max: 5 }),
      order: fc.constantFrom(asStored, byText),
      space: fc.constantFrom(undefined, '\n '),
    });
    fc.assert(
      fc.property(cases, ({ people, units, size, order, space }) => {
        const { memory, kernel } = createMemory(1 << 20);
        const loaded = createDataset(testSchema, memory, kernel, {});
        loaded.loadUnits(units);
        for (const batch of readInBatches(people, size, order, space)) loaded.load(batch);
        const sorted = people.map(({ id, sets }) => ({
          id,
          sets: Object.fromEntries(
            Object.entries(sets).map(([set, rows]) => [set, set.startsWith('C') ? order.sort(rows) : rows]),
          ),
        }));
        const appended = testDataset(testSchema, sorted, { units });
        for (const { id } of people) expect(testRowsOf(loaded, id)).toEqual(testRowsOf(appended, id));
      }),
      { seed, numRuns: 300 },
    );
  });

  it.each<[string, SourceRow]>([
    [
      'values of no kind',
      { code: true, date: null, number: [1, { a: '}"' }], text: false, unit: { u: ['"'] } },
    ],
    ['numbers where strings stand', { code: 12, date: 2020, text: -0.5, unit: 7, paragraph: 8 }],
    ['strings where numbers stand', { number: ' 12 ', code: '1', text: '7' }],
    ['words for numbers', { number: '十', date: '20200' }],
    ['large and broken numbers', { number: 1e12, text: 1e21 }],
    ['numbers below zero', { number: -2.9 }],
    [
      'an escape in a date and in a number',
      { date: '2020\t', number: '1\n', paragraph: 'a"b\\c\u0001\ud83d' },
    ],
    ['keys that nobody knows', { 'no "key"': 1, other: { nested: { deep: [] } }, text: '〇𠮷' }],
  ])('keep what columns keep: %s', (_, row) => {
    const person = testPerson(1, { P1: [row, { text: '其二' }], C1: [row, {}], none: [row] });
    const { memory, kernel } = createMemory(1 << 20);
    const loaded = createDataset(testSchema, memory, kernel, {});
    for (const batch of readInBatches([person], 1, asStored)) loaded.load(batch);
    const appended = testDataset(testSchema, [person]);
    expect(testRowsOf(loaded, person.id)).toEqual(testRowsOf(appended, person.id));
  });

  it('are told apart where numbers stand among texts, batch after batch', () => {
    const people = Array.from({ length: 300 }, (_, number) =>
      testPerson(number, {
        P1: [{ code: number % 7 === 0 ? number : `文${number % 40}`, text: number % 50 }],
      }),
    );
    const { memory, kernel } = createMemory(1 << 20);
    const loaded = createDataset(testSchema, memory, kernel, {});
    for (const batch of readInBatches(people, 150, asStored)) loaded.load(batch);
    const appended = testDataset(testSchema, people);
    for (const { id } of people) expect(testRowsOf(loaded, id)).toEqual(testRowsOf(appended, id));
  });

  it.each([
    '"C1":[{"text":"',
    '"C1":[{"text" 1}]',
    '"C1":[{}',
    '"C1"',
    '"C1":[{"number":}]',
    '[]',
    '"X":[{]',
    '"C1":[{"number":1"2"}]',
    '"C1":[{"number":\\"}]',
    '"X":[\\"]',
    '"C1":[{},]',
    '"C1":[{"text":"",}]',
    '""',
  ])('are refused when it is broken: %s', (json) => {
    const reader = new PeopleReader(testSchema, () => asStored);
    const named = json.replace('"C1"', `"${testId(1)} C1"`);
    expect(() => reader.add([testId(1)], encodeUtf8(named))).toThrow(SyntaxError);
  });

  it('are those who were named: members of others are passed over, people without members have nothing', () => {
    const people = [1, 2, 3, 4, 5].map((number) => testPerson(number, { P1: [{ text: `第${number}` }] }));
    const reader = new PeopleReader(testSchema, () => asStored);
    const ids = [2, 4, 6].map(testId);
    reader.add(ids, membersOf(people));
    reader.add([testId(7)], encodeUtf8(''));
    const { memory, kernel } = createMemory(1 << 20);
    const loaded = createDataset(testSchema, memory, kernel, {});
    loaded.load(reader.take());
    expect([...ids, testId(7)].map((id) => testRowsOf(loaded, id)?.['P1']?.[0]?.['text'])).toEqual([
      '第2',
      '第4',
      undefined,
      undefined,
    ]);
    expect(loaded.rowOf(testId(1))).toBeUndefined();
  });

  it('are refused when their members do not ascend', () => {
    const people = [2, 1].map((number) => testPerson(number, { P1: [{ text: '文' }] }));
    const reader = new PeopleReader(testSchema, () => asStored);
    expect(() => reader.add([testId(1), testId(2)], membersOf(people))).toThrow('order of their ids');
  });

  it('are not loaded over somebody who is there', () => {
    const person = testPerson(1, {});
    const [batch] = readInBatches([person], 1, asStored);
    if (!batch) throw new Error('no batch');
    expect(() => testDataset(testSchema, [person]).load(batch)).toThrow('there already');
  });
});
