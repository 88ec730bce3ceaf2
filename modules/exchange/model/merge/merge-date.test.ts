import { describe, expect, it } from 'vitest';
import { mergeDate } from './merge-date.ts';

const unknown = { value: '', written: '' };

describe('a date of a form', () => {
  it.each([
    ['197211', '', { value: '1972-11', written: '' }],
    ['197211', '19721105', { value: '1972-11-05', written: '' }],
    ['197211', '1972.11.05', { value: '1972-11-05', written: '1972.11.05' }],
    ['2010秋', '', { value: '2010', written: '2010秋' }],
    ['不详', '', { value: '', written: '不详' }],
  ])('%s, written %j, is kept as %j', (canonical, original, expected) => {
    expect(mergeDate(unknown, canonical, original)).toEqual(expected);
  });

  it('of a month leaves a known day of that month, and replaces another month', () => {
    const known = { value: '1972-11-05', written: '' };
    expect(mergeDate(known, '197211', '')).toBe(known);
    expect(mergeDate(known, '197212', '')).toEqual({ value: '1972-12', written: '' });
  });

  it('with another season of the year replaces it, and the bare year does not', () => {
    const autumn = { value: '2010', written: '2010秋' };
    expect(mergeDate(autumn, '2010冬', '')).toEqual({ value: '2010', written: '2010冬' });
    expect(mergeDate(autumn, '2010', '')).toBe(autumn);
  });
});
