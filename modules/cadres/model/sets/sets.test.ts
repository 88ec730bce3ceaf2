import { describe, expect, it } from 'vitest';
import { createRegistry } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { cadreSets } from './all.ts';
import { expectedSets } from './expected-sets.ts';
import { uncollectedTables } from './uncollected-tables.ts';

const fields = cadreSets.flatMap((set) => set.fields.map((field) => ({ set, field })));

describe('the sets of a person', () => {
  it('have every field of the exchange sets, once, under its lasting key', () => {
    const declared = cadreSets.map((set) => [
      set.code,
      { repeating: set.repeating, fields: set.fields.map((field) => `${field.code}:${field.key}`) },
    ]);
    const expected = Object.entries(expectedSets).map(([code, { repeating, fields: list }]) => [
      code,
      { repeating, fields: list.trim().split(/\s+/) },
    ]);
    expect(expected).toHaveLength(20);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(expected));
  });

  it('have codes, keys and labels that tell them and their fields apart', () => {
    expect(new Set(cadreSets.map((set) => set.code)).size).toBe(cadreSets.length);
    expect(new Set(cadreSets.map((set) => set.key)).size).toBe(cadreSets.length);
    for (const set of cadreSets) {
      for (const name of ['key', 'code', 'label'] as const) {
        const names = set.fields.map((field) => field[name]);
        expect(new Set(names).size, `${set.code} ${name}`).toBe(names.length);
      }
      expect(set.subject).toBe('person');
    }
  });

  it('name code tables that the program has or that are known to be uncollected', () => {
    const tables = loadCodeTables();
    const named = fields.flatMap(({ field }) =>
      [...(field.codeTable?.split('|') ?? []), field.suggest ?? []].flat(),
    );
    expect(named.length).toBeGreaterThan(90);
    expect(named.filter((id) => !tables.get(id) && !uncollectedTables.includes(id))).toEqual([]);
    expect(uncollectedTables.filter((id) => tables.get(id))).toEqual([]);
    expect(fields.filter(({ field }) => (field.type === 'code') !== (field.codeTable !== undefined))).toEqual(
      [],
    );
  });

  it('order and title by their own fields', () => {
    for (const set of cadreSets) {
      const keys = new Set(set.fields.map((field) => field.key));
      for (const key of [...(set.order ?? []), ...(set.title ?? [])]) {
        expect(keys, `${set.code} ${key}`).toContain(key.replace(/^-/, ''));
      }
    }
  });

  it('say since when their rows count, or have no time of their own', () => {
    createRegistry(cadreSets);
    const timeless = cadreSets.filter((set) => set.time === undefined).map((set) => set.code);
    expect(timeless).toEqual([
      'A01', // what is known now; facts read its dates one by one
      'A29', // several times in one row, each in a field of its own
      'A36', // relatives without the date since when they are
      'A37', // the present address
      'A57', // the present photo
      'A99Z1', // several times in one row
      'SF01', // the file that was read
      'AL01', // what was merged stays merged on every day
    ]);
  });

  it('keep what is sensitive from those who may not see it', () => {
    const wholly = cadreSets.filter((set) => set.sensitive).map((set) => set.code);
    expect(wholly.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'A14',
      'A15',
      'A36',
      'A37',
      'A53',
      'A57',
      'SF01',
    ]);
    const single = fields
      .filter(({ field }) => field.sensitive)
      .map(({ set, field }) => `${set.code}.${field.key}`);
    expect(single).toEqual([
      'A01.health',
      'A01.nationalId',
      'A01.rewardPenaltySummary',
      'A01.assessmentSummary',
      'A99Z1.contact',
    ]);
  });
});
