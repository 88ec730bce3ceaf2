import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayKey } from '../column/date-key.ts';
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
      visible: { from: 'P.date' },
      columns: [column('P.date', 'date'), column('P.text', 'text'), column('P.code', 'code', 'L')],
    },
    {
      name: 'H',
      label: 'H',
      repeating: true,
      order: 'H.from',
      visible: { from: 'H.seen' },
      columns: [
        column('H.from', 'date'),
        column('H.to', 'date'),
        column('H.seen', 'date'),
        column('H.state', 'code', 'L'),
      ],
    },
  ],
  codes: [
    {
      id: 'L',
      entries: [
        { code: 'a', label: '甲' },
        { code: 'b', label: '乙' },
        { code: 'b1', label: '乙一', parent: 'b' },
      ],
    },
  ],
};

const span: HeldSpan = { from: 'H.from', to: 'H.to', ended: { column: 'H.state', codes: ['b'] } };
const flag = (value: boolean): number => (value ? 1 : 0);

const facts: readonly Fact[] = [
  {
    of: 'person',
    name: 'held',
    label: 'held',
    kind: 'number',
    bind(reader) {
      const eachHeld = reader.eachHeld('H', span);
      const eachRow = reader.eachRow('H');
      const isHeld = reader.rows('H').isHeld(span);
      return (person) => {
        let [held, also] = [0, 0];
        eachHeld(person, () => (held += 1));
        eachRow(person, (row) => (also += flag(isHeld(row))));
        return held * 100 + also;
      };
    },
  },
  {
    of: 'person',
    name: 'stored',
    label: 'stored',
    kind: 'number',
    bind(reader) {
      const has = reader.hasStored(['P.text', 'P.code']);
      return (person) => flag(has(person));
    },
  },
  {
    of: 'person',
    name: 'passes',
    label: 'passes',
    kind: 'number',
    bind(reader) {
      const [text, code] = [
        reader.passes('P.text', (value) => value.includes('县')),
        reader.passes('P.code', (value) => value !== 'a'),
      ];
      return (person) => flag(text(person)) * 10 + flag(code(person));
    },
  },
];

const someDate = fc.constantFrom(
  undefined,
  '2019',
  '2020',
  '2020-05',
  '2020-06',
  '2020-06-01',
  '2020-06-02',
  '2021',
);
const someCode = fc.constantFrom(undefined, 'a', 'b', 'b1', 'other');
const somebody = fc.record({
  P: fc.array(
    fc.record({ date: someDate, text: fc.constantFrom(undefined, '县委', '市委'), code: someCode }),
    {
      maxLength: 1,
    },
  ),
  H: fc.array(fc.record({ from: someDate, to: someDate, seen: someDate, state: someCode }), { maxLength: 4 }),
});
const days = [dayKey(2019, 12, 31), dayKey(2020, 6, 1), dayKey(2020, 6, 2), dayKey(2021, 1, 1)];

describe.each(['simd', 'plain'] as const)('facts of everybody, on the %s kernel,', (kernel) => {
  it('are what they are for each by himself', () => {
    fc.assert(
      fc.property(fc.array(somebody, { minLength: 1, maxLength: 40 }), (list) => {
        const people = list.map((sets, number) => testPerson(number, sets));
        const dataset = testDataset(schema, people, { kernel });
        const engine = createEngine(dataset, facts);
        for (const asOf of days) {
          for (const fact of facts) {
            const resolved = engine.resolve(fact.name, asOf);
            for (const [row, person] of people.entries()) {
              const plain = plainReader(schema, person, asOf, facts).fact(fact.name)(0);
              expect(resolved && testValue(dataset, resolved, row)).toBe(plain);
            }
          }
        }
      }),
      { seed: 20261125, numRuns: 60 },
    );
  });
});
