import type { FactValue, SourcePerson, SourceRow } from '#engine';
import { dateText } from '#engine';
import { createRegistry, datasetSchemaOf } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { cadreSets } from '../sets/all.ts';
import { cadreFacts } from './all.ts';
import type { RuleBook } from './rule-book.ts';
import { factsOfRecords } from './test-reader.ts';

export const testTables = loadCodeTables();
export const testFacts = cadreFacts(testTables);
export const testSchema = datasetSchemaOf(createRegistry(cadreSets), testTables, testFacts);

/** Sets of an invented person; a single set may be given as its row. */
export type Records = Readonly<Record<string, SourceRow | readonly SourceRow[]>>;

function personOf(records: Records): SourcePerson {
  const sets = Object.entries(records).map(([set, rows]) => [set, Array.isArray(rows) ? rows : [rows]]);
  return { id: '019b76da-a802-7000-a491-088fc5dd15d8', sets: Object.fromEntries(sets) };
}

/** A fact of a person, dates as they are written. */
export function factOf(name: string, records: Records, asOf: string, rules?: RuleBook): FactValue {
  const facts = rules ? cadreFacts(testTables, rules) : testFacts;
  const value = factsOfRecords(testSchema, facts, [personOf(records)], asOf).person(name)(0);
  const isDate = facts.find((fact) => fact.name === name)?.kind === 'date';
  return isDate && typeof value === 'number' ? dateText(value) : value;
}

/** A fact of each visible row of a person, oldest first. */
export function rowFactOf(name: string, records: Records, asOf: string): FactValue[] {
  return factsOfRecords(testSchema, testFacts, [personOf(records)], asOf).row(name, 0);
}
