import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKey, dayKey, lowerBound, upperBound, daysInMonth } from '../column/date-key.ts';
import { createEngine } from '../engine.ts';
import type { ColumnKind, DatasetSchema } from '../table/schema.ts';
import { testDataset, testPerson } from '../table/test-dataset.ts';
import { testValue } from '../table/test-rows.ts';
import type { Fact, HeldSpan } from './fact.ts';
import { plainReader } from './plain-reader.ts';

const column = (name: string, kind: ColumnKind, codes?: string) => ({ name, label: name, kind, codes });
const schema: DatasetSchema = {
  sets: [
    {
      name: 'P',
      label: 'P',
      repeating: false,
      columns: [column('P.date', 'date'), column('P.text', 'text')],
    },
    {
      name: 'E',
      label: 'E',
      repeating: false,
      visible: { from: 'E.from', until: 'E.until' },
      columns: [column('E.from', 'date'), column('E.until', 'date'), column('E.code', 'code', 'L')],
    },
    {
      name: 'H',
      label: 'H',
      repeating: true,
      order: 'H.from',
      visible: { from: 'H.seen', at: 'end' },
      columns: [
        column('H.from', 'date'),
        column('H.to', 'date'),
        column('H.seen', 'date'),
        column('H.state', 'code', 'L'),
        column('H.number', 'number'),
      ],
    },
  ],
  codes: [
    {
      id: 'L',
      entries: [
        { code: 'a', label: '甲' },
        { code: 'b', label: '乙' },
      ],
    },
  ],
};

const span: HeldSpan = { from: 'H.from', to: 'H.to', ended: { column: 'H.state', codes: ['b'] } };

const facts: readonly Fact[] = [
  {
    of: 'person',
    name: 'written',
    label: 'a date that is no column',
    kind: 'date',
    stepwise: true,
    bind(reader) {
      const text = reader.strings('P.text');
      return (person) => dateKey(text(person) ?? '');
    },
  },
  {
    of: 'person',
    name: 'reached',
    label: 'which ends of dates have come',
    kind: 'number',
    stepwise: true,
    bind(reader, asOf) {
      const dates = [reader.dates('P.date'), reader.storedDates('E.from'), reader.fact('written')];
      return (person) => {
        let sum: number | null = null;
        for (const date of dates) {
          const day = date(person);
          if (typeof day !== 'number') continue;
          const [first, last] = [lowerBound(day), upperBound(day)];
          sum = (sum ?? 0) * 20 - (first < asOf ? 1 : 0) - (first <= asOf ? 2 : 0);
          sum -= (last < asOf ? 4 : 0) + (last <= asOf ? 8 : 0);
        }
        return sum;
      };
    },
  },
  {
    of: 'person',
    name: 'code',
    label: 'a column that is not always filled in',
    kind: 'code',
    codes: 'L',
    stepwise: true,
    bind: (reader) => reader.strings('E.code'),
  },
  {
    of: 'person',
    name: 'rows',
    label: 'the numbers of rows seen and of rows held',
    kind: 'text',
    stepwise: true,
    bind(reader) {
      const number = reader.rows('H').numbers('H.number');
      const [each, eachHeld] = [reader.eachRow('H'), reader.eachHeld('H', span)];
      const code = reader.fact('code');
      return (person) => {
        let [seen, held] = ['', ''];
        each(person, (row) => (seen += String(number(row))));
        eachHeld(person, (row) => (held += String(number(row))));
        return `${seen} ${held} ${code(person)}`.replace('  null', '') || null;
      };
    },
  },
  {
    of: 'person',
    name: 'newest',
    label: 'the last beginning of rows held',
    kind: 'date',
    stepwise: true,
    bind(reader) {
      const from = reader.rows('H').dates('H.from');
      const eachHeld = reader.eachHeld('H', span);
      return (person) => {
        let last: number | null = null;
        eachHeld(person, (row) => (last = from(row)));
        return last;
      };
    },
  },
  {
    of: 'row',
    set: 'H',
    name: 'H.isHeld',
    label: 'held',
    kind: 'code',
    codes: 'L',
    stepwise: true,
    bind(reader) {
      const isHeld = reader.isHeld(span);
      return (row) => (isHeld(row) ? 'a' : 'b');
    },
  },
];

const dates = [
  '2019',
  '2020',
  '2020-02-29',
  '2020-05',
  '2020-05-31',
  '2020-06',
  '2020-06-01',
  '2020-12',
  '2021-01-01',
];
const someDate = fc.constantFrom(undefined, ...dates);
const someCode = fc.constantFrom(undefined, 'a', 'b');
const single = fc.record({ date: someDate, text: fc.constantFrom(undefined, 'no date', ...dates) });
const masked = fc.record({ from: someDate, until: someDate, code: someCode });
const rows = fc.record({
  from: someDate,
  to: someDate,
  seen: someDate,
  state: someCode,
  number: fc.integer({ min: -400, max: 400 }),
});
const somebody = fc.record({
  P: fc.array(single, { maxLength: 1 }),
  E: fc.array(masked, { maxLength: 1 }),
  H: fc.array(rows, { maxLength: 4 }),
});
const people = fc.array(somebody, { minLength: 1, maxLength: 30 });
const day = fc
  .record({
    year: fc.constantFrom(1950, 2018, 2019, 2020, 2020, 2020, 2021, 2090),
    month: fc.constantFrom(1, 2, 5, 6, 12),
    day: fc.constantFrom(1, 2, 28, 29, 30, 31),
  })
  .map((parts) => dayKey(parts.year, parts.month, Math.min(parts.day, daysInMonth(parts.year, parts.month))));

describe.each(['simd', 'plain'] as const)('stepwise facts, on the %s kernel,', (kernel) => {
  it('are on each day what they are by themselves, whatever day they are worked out from', () => {
    fc.assert(
      fc.property(people, people, fc.array(day, { minLength: 2, maxLength: 8 }), (before, after, days) => {
        const dataset = testDataset(
          schema,
          before.map((sets, number) => testPerson(number, sets)),
          { kernel },
        );
        const engine = createEngine(dataset, facts);
        let now = before.map((sets, number) => testPerson(number, sets));
        for (const [index, asOf] of days.entries()) {
          if (index === 3) {
            const changed = after.map((sets, number) => testPerson(number, sets));
            dataset.patch({ changed, removed: [] });
            now = [...changed, ...now.slice(changed.length)];
          }
          for (const fact of facts) {
            const resolved = engine.resolve(fact.name, asOf);
            const found: unknown[] = [];
            const wanted: unknown[] = [];
            for (const person of now) {
              const plain = plainReader(schema, person, asOf, facts);
              const root = dataset.rowOf(person.id) ?? 0;
              const child = dataset.child('H');
              const first =
                child && fact.of === 'row' ? dataset.arena.u32(child.start, root + 1)[root] : root;
              const many = fact.of === 'row' ? (person.sets['H']?.length ?? 0) : 1;
              for (let row = 0; row < many; row += 1) {
                found.push(resolved && testValue(dataset, resolved, (first ?? 0) + row));
                wanted.push((fact.of === 'row' ? plain.rows('H') : plain).fact(fact.name)(row));
              }
            }
            expect({ name: fact.name, asOf, values: found.map(written) }).toEqual({
              name: fact.name,
              asOf,
              values: wanted.map((value) => (fact.kind === 'date' ? writtenKey(value) : written(value))),
            });
          }
        }
      }),
      { seed: 20261125, numRuns: 120 },
    );
  });
});

function written(value: unknown): string {
  return String(value);
}

/** Dates come out of columns as they are written. */
function writtenKey(value: unknown): string {
  const text = dates.find((date) => dateKey(date) === value);
  return String(text ?? null);
}
