import { describe, expect, it } from 'vitest';
import {
  createDataset,
  createEngine,
  createMemory,
  dateKey,
  type Engine,
  type SourcePerson,
  type SourceRow,
} from '#engine';
import { generateDistrict } from '#fixtures/district';
import { testFacts, testSchema } from './test-people.ts';

/*
 * Facts that are declared to be stepwise, worked out from one day to another over an invented district whose records are
 * as incomplete as records are: dates are cut to months and years, some are missing, and some people have words only.
 */

/** Numbers that look random and are the same every time. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = noise(11);
const written = /^\d{4}(-\d\d)?(-\d\d)?$/;

function worn(row: SourceRow): SourceRow {
  const values = Object.entries(row).map(([key, value]) => {
    if (typeof value !== 'string' || !written.test(value)) return [key, value] as const;
    const chance = random();
    const cut = chance < 0.1 ? null : value.slice(0, chance < 0.25 ? 4 : chance < 0.6 ? 7 : 10);
    return [key, cut] as const;
  });
  return Object.fromEntries(values);
}

const people = [...generateDistrict({ persons: 400, seed: 5 })]
  .filter(({ kind }) => kind === 'person')
  .map(({ id, sets }): SourcePerson => {
    const kept = Object.entries(sets).filter(([set]) => set !== 'A02' || random() > 0.2);
    const own = Object.fromEntries(kept.map(([set, rows]) => [set, rows.map(worn)]));
    const [a01 = {}] = own['A01'] ?? [];
    const since =
      random() < 0.5
        ? { currentPostSince: `20${Math.floor(10 + random() * 15)}.0${1 + (id.length % 9)}` }
        : {};
    return { id, sets: { ...own, A01: [{ ...a01, ...since }] } };
  });

const days = [
  '2026-11-25',
  '2026-11-24',
  '2026-06-30',
  '2026-01-01',
  '2025-12-31',
  '2021-12-31',
  '2022-01-01',
  '2020-02-29',
  '2020-03-01',
  '2012-07-01',
  '1988-09-15',
  '2040-05-31',
  '2012-06-30',
].map((day) => dateKey(day) ?? 0);

function engineOf(): Engine {
  const { memory, kernel } = createMemory(1 << 20);
  const dataset = createDataset(testSchema, memory, kernel);
  dataset.append(people);
  for (const _step of dataset.finish());
  return createEngine(dataset, testFacts);
}

/** What a column holds for every row: its keys, and of dates the parts of months. */
function valuesOf(engine: Engine, name: string, asOf: number): readonly (number | string | null)[] {
  const column = engine.resolve(name, asOf);
  if (!column || column.kind === 'paragraph') return [];
  const { rows } = column.table;
  return Array.from({ length: rows }, (_, row) => {
    if (column.kind === 'date') return column.months.at(row) * 64 + column.parts.at(row);
    const key = column.keys.at(row);
    if (key === 0) return null;
    if (column.kind === 'number') return key - 1 + column.base;
    if (column.kind === 'code') return column.dictionary.codeOf(key);
    return column.kind === 'text' ? column.pool.textOf(key) : engine.dataset.units.idOf(key);
  });
}

describe('stepwise facts', () => {
  const stepwise = testFacts.filter((fact) => fact.stepwise).map(({ name }) => name);
  const stepping = engineOf();

  it.each(days)('are the same from a near day as worked out anew (%#)', (asOf) => {
    const anew = engineOf();
    const all = (engine: Engine) => stepwise.map((name) => [name, valuesOf(engine, name, asOf)]);
    expect(all(stepping)).toEqual(all(anew));
  });

  it('are nearly all that do not count time', () => {
    const counting = testFacts.filter((fact) => !fact.stepwise).map(({ name }) => name);
    expect(counting.toSorted()).toEqual(
      [
        'A02.months',
        'A05.months',
        'A36.age',
        'age',
        'excellentYears',
        'monthsAtLevel',
        'monthsAtRank',
        'monthsInPost',
        'monthsToRetirement',
        'partyYears',
        'workYears',
      ].toSorted(),
    );
  });
});
