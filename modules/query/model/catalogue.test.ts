import { describe, expect, it } from 'vitest';
import { readQueryFields } from './contracts.ts';
import { setWords } from './set-words.ts';
import { hiddenLists, testLists } from './test-catalogue.ts';

describe('the field catalogue', () => {
  it('has facts and fields of every set, with the code lists that they name', () => {
    const find = (name: string) => testLists.fields.find((field) => field.name === name);
    expect(find('A01.sexCode')).toMatchObject({ kind: 'code', of: 'person', set: 'A01', isFact: false });
    expect(find('A02.isHeld')).toMatchObject({ of: 'row', set: 'A02', isFact: true });
    expect(find('age')).toMatchObject({ unit: '岁', of: 'person', isFact: true, set: undefined });
    const lists = new Set(testLists.codes.map(({ id }) => id));
    for (const { name, codes } of testLists.fields)
      expect(codes === undefined || lists.has(codes), name).toBe(true);
    expect(new Set(testLists.fields.map(({ name }) => name)).size).toBe(testLists.fields.length);
  });

  it('says of which sets the rows last, and in what order they stand', () => {
    const set = (name: string) => testLists.sets.find((each) => each.name === name);
    expect(set('A02')).toMatchObject({ repeating: true, lasts: true, order: 'A02.appointedOn' });
    expect(set('A15')).toMatchObject({ lasts: false, order: 'A15.year' });
  });

  it('hides what is sensitive, and sets of which nothing is left', () => {
    expect(hiddenLists.fields.some(({ sensitive }) => sensitive)).toBe(false);
    expect(hiddenLists.fields.length).toBeGreaterThan(100);
    const sets = hiddenLists.sets.map(({ name }) => name);
    expect(sets).toContain('A02');
    expect(sets).not.toContain('A14');
    expect(hiddenLists.codes.map(({ id }) => id)).not.toContain('ZB65');
  });

  it('speaks of fields that are there', () => {
    const names = new Set(testLists.fields.map(({ name }) => name));
    const missing = Object.values(setWords)
      .flatMap(({ place, name, type, result, time, states = [] }) => [
        ...[place, name, type, result, time].filter((field) => field !== undefined),
        ...states.map(({ field }) => field),
      ])
      .filter((name) => !names.has(name));
    expect(missing).toEqual([]);
  });

  it('travels as the contract says', () => {
    expect(() => readQueryFields.response.parse({ ...testLists, bandSets: [] })).not.toThrow();
  });
});
