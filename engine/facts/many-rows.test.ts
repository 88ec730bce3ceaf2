import { describe, expect, it } from 'vitest';
import { dateKey, dayKey } from '../column/date-key.ts';
import { createEngine } from '../engine.ts';
import type { DatasetSchema } from '../table/schema.ts';
import { testDataset, testPerson } from '../table/test-dataset.ts';
import { testValue } from '../table/test-rows.ts';
import type { Fact } from './fact.ts';

const schema: DatasetSchema = {
  sets: [
    {
      name: 'P',
      label: 'P',
      repeating: false,
      columns: [{ name: 'P.number', label: 'P.number', kind: 'number' }],
    },
  ],
  codes: [],
};

/** More rows than are worked out at a time, so that what comes later may not fit what stands there. */
const rows = 20_000;
/** By row: small ones, then some far below and far above them, and none. */
const numberOf = (row: number): number | null =>
  row % 7 === 0 ? null : row < 9_000 ? row % 100 : row < 17_000 ? -3_000 - row : 70_000 + row;

const facts: readonly Fact[] = [
  {
    of: 'person',
    name: 'own',
    label: 'own',
    kind: 'number',
    bind: () => (row) => numberOf(row),
  },
  {
    of: 'person',
    name: 'day',
    label: 'day',
    kind: 'date',
    bind: () => (row) => (row < 10_000 ? dateKey('1960-01') : dateKey('2020-05-06')),
  },
];

describe('a fact of many people', () => {
  it('keeps every value, however far those that come later lie from those before', () => {
    const dataset = testDataset(
      schema,
      Array.from({ length: rows }, (_, number) => testPerson(number, {})),
    );
    const engine = createEngine(dataset, facts);
    const asOf = dayKey(2026, 1, 1);
    const [own, day] = facts.map(({ name }) => engine.resolve(name, asOf));
    const found = Array.from({ length: rows }, (_, row) => [
      own && testValue(dataset, own, row),
      day && testValue(dataset, day, row),
    ]);
    const wrong = found.filter(
      ([number, date], row) => number !== numberOf(row) || date !== (row < 10_000 ? '1960-01' : '2020-05-06'),
    );
    expect(wrong).toEqual([]);
  });
});
