import { describe, expect, it } from 'vitest';
import type { Condition, Question } from '#engine';
import { all, any, between, empty, is } from '../../model/test-conditions.ts';
import { countsByItself, isChosen, toggledFacet, withoutFacet } from './facet-edits.ts';

const woman = is('A01.sexCode', '2');
const chinese: Condition = { op: 'in', field: 'A01.ethnicCode', values: ['01'], exact: true };
const zhuang: Condition = { op: 'in', field: 'A01.ethnicCode', values: ['08'], exact: true };
const young = between('age', { to: 35 });
const older = between('age', { from: 36, to: 40 });

const ethnic = { field: 'A01.ethnicCode', groups: [] };
const age = { field: 'age', groups: [young, older] };

const start: Question = { where: all(woman) };

describe('a facet', () => {
  it('adds a condition and takes it away again', () => {
    const chosen = toggledFacet(start, age, young);
    expect(chosen.where).toEqual(all(woman, young));
    expect(isChosen(chosen, age, { op: 'between', field: 'age', from: undefined, to: 35 })).toBe(true);
    expect(toggledFacet(chosen, age, young)).toEqual(start);
  });

  it('puts values into one list, bands beside each other', () => {
    const both = toggledFacet(toggledFacet(start, ethnic, chinese), ethnic, zhuang);
    expect(both.where).toEqual(all(woman, { ...chinese, values: ['01', '08'] }));
    expect(countsByItself(both, ethnic)).toBe(true);
    const bands = toggledFacet(toggledFacet(start, age, young), age, older);
    expect(bands.where).toEqual(all(woman, any(young, older)));
    expect(countsByItself(bands, age)).toBe(false);
    expect(withoutFacet(bands, age)).toEqual(start);
    expect(toggledFacet(bands, age, young).where).toEqual(all(woman, older));
  });

  it('narrows a range that was written by hand', () => {
    const under40: Question = { where: all(between('age', { to: 40 })) };
    expect(countsByItself(under40, age)).toBe(true);
    const narrowed = toggledFacet(under40, age, young);
    expect(narrowed.where).toEqual(all(between('age', { to: 40 }), young));
    expect(withoutFacet(narrowed, age)).toEqual(under40);
  });

  it('knows those without a value', () => {
    const none = toggledFacet(toggledFacet(start, age, young), age, empty('age'));
    expect(none.where).toEqual(all(woman, any(young, empty('age'))));
    expect(isChosen(none, age, empty('age'))).toBe(true);
  });

  it('knows what stands in the conditions already, and goes around a choice', () => {
    expect(isChosen(start, { field: 'A01.sexCode', groups: [] }, woman)).toBe(true);
    const either: Question = { where: any(woman, young) };
    expect(toggledFacet(either, ethnic, zhuang).where).toEqual(all(any(woman, young), zhuang));
    expect(toggledFacet({}, age, young).where).toEqual(all(young));
  });
});
