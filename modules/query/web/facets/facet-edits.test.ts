import { describe, expect, it } from 'vitest';
import type { Condition, Question } from '#engine';
import { all, any, between, empty, is } from '../../model/test-conditions.ts';
import { countsByItself, isChosen, toggledFacet, withoutFacet } from './facet-edits.ts';

const woman = is('A01.sexCode', '2');
const chinese: Condition = { op: 'in', field: 'A01.ethnicCode', values: ['01'], exact: true };
const zhuang: Condition = { op: 'in', field: 'A01.ethnicCode', values: ['08'], exact: true };
const young = between('age', { to: 35 });
const older = between('age', { from: 36, to: 40 });

const start: Question = { where: all(woman) };

describe('a facet', () => {
  it('adds a condition and takes it away again', () => {
    const chosen = toggledFacet(start, 'age', young);
    expect(chosen.where).toEqual(all(woman, young));
    expect(isChosen(chosen, 'age', { op: 'between', field: 'age', from: undefined, to: 35 })).toBe(true);
    expect(toggledFacet(chosen, 'age', young)).toEqual(start);
  });

  it('puts values into one list, bands beside each other', () => {
    const both = toggledFacet(toggledFacet(start, 'A01.ethnicCode', chinese), 'A01.ethnicCode', zhuang);
    expect(both.where).toEqual(all(woman, { ...chinese, values: ['01', '08'] }));
    expect(countsByItself(both, 'A01.ethnicCode')).toBe(true);
    const bands = toggledFacet(toggledFacet(start, 'age', young), 'age', older);
    expect(bands.where).toEqual(all(woman, any(young, older)));
    expect(countsByItself(bands, 'age')).toBe(false);
    expect(withoutFacet(bands, 'age')).toEqual(start);
    expect(toggledFacet(bands, 'age', young).where).toEqual(all(woman, older));
  });

  it('knows those without a value', () => {
    const none = toggledFacet(toggledFacet(start, 'age', young), 'age', empty('age'));
    expect(none.where).toEqual(all(woman, any(young, empty('age'))));
    expect(isChosen(none, 'age', empty('age'))).toBe(true);
  });

  it('knows what stands in the conditions already, and goes around a choice', () => {
    expect(isChosen(start, 'A01.sexCode', woman)).toBe(true);
    const either: Question = { where: any(woman, young) };
    expect(toggledFacet(either, 'A01.ethnicCode', zhuang).where).toEqual(all(any(woman, young), zhuang));
    expect(toggledFacet({}, 'age', young).where).toEqual(all(young));
  });
});
