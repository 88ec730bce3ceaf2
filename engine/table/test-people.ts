import fc from 'fast-check';
import { daysInMonth } from '../column/date-key.ts';
import type { ColumnKind, DatasetSchema } from './schema.ts';
import type { SourcePerson, SourceRow, SourceUnit } from './source.ts';
import { testPerson } from './test-dataset.ts';

const kinds: readonly ColumnKind[] = ['code', 'unit', 'date', 'number', 'text', 'paragraph'];

/** Two sets of one row and two of several, with columns of every kind. */
export const testSchema: DatasetSchema = {
  sets: ['P1', 'P2', 'C1', 'C2'].map((name) => ({
    name,
    label: name,
    repeating: name.startsWith('C'),
    ...(name === 'C1' && { order: 'C1.date' }),
    ...(name === 'C2' && { order: 'C2.number' }),
    columns: kinds.map((kind) => ({
      name: `${name}.${kind}`,
      label: kind,
      kind,
      ...(kind === 'text' && { initials: true }),
      ...(kind === 'code' && name !== 'C2' && { codes: 'GB' }),
    })),
  })),
  codes: [
    {
      id: 'GB',
      entries: [
        { code: 'b', label: '乙' },
        { code: 'a', label: '甲' },
        { code: 'a1', label: '甲一', parent: 'a' },
        { code: 'a11', label: '甲一一', parent: 'a1' },
      ],
    },
  ],
};

const units = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5'];
const characters = ['县', '委', '书', '记', '长', 'a', 'B', '1', '9', ' ', '，', '𠮷', '\ud842', '〇'];

export const someText = fc
  .array(fc.constantFrom(...characters), { maxLength: 9 })
  .map((list) => list.join(''));
const someDate = fc
  .record({
    year: fc.integer({ min: 1800, max: 2199 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .chain(({ year, month, day }) => {
    const parts = [
      String(year),
      String(month).padStart(2, '0'),
      String(Math.min(day, daysInMonth(year, month))).padStart(2, '0'),
    ];
    return fc.constantFrom(parts.slice(0, 1), parts.slice(0, 2), parts).map((some) => some.join('-'));
  });

const someRow: fc.Arbitrary<SourceRow> = fc
  .record(
    {
      code: fc.constantFrom('a', 'b', 'a1', 'a11', 'zz', ''),
      unit: fc.constantFrom(...units),
      date: someDate,
      number: fc.oneof(
        fc.integer({ min: -3, max: 300 }),
        fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
      ),
      text: someText,
      paragraph: someText,
    },
    { requiredKeys: [] },
  )
  .map((row) => ({ ...row }));

/** One of twelve people. */
export const somebody: fc.Arbitrary<SourcePerson> = fc
  .record({
    number: fc.integer({ min: 0, max: 11 }),
    P1: fc.array(someRow, { maxLength: 1 }),
    P2: fc.array(someRow, { maxLength: 1 }),
    C1: fc.array(someRow, { maxLength: 5 }),
    C2: fc.array(someRow, { maxLength: 3 }),
  })
  .map(({ number, ...sets }) => testPerson(number, sets));

/** Some of the units in some order, each below one before it or at the top. */
export const someUnits: fc.Arbitrary<readonly SourceUnit[]> = fc
  .tuple(fc.shuffledSubarray(units), fc.array(fc.nat(), { minLength: units.length, maxLength: units.length }))
  .map(([ids, above]) =>
    ids.map((id, at) => ({
      id,
      name: `单位${id}`,
      parent: at === 0 ? null : (ids[((above[at] ?? 0) % (at + 1)) - 1] ?? null),
    })),
  );
