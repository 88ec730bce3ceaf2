import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateKey,
  dateKeyOfBytes,
  dateText,
  dayKey,
  lowerBound,
  monthsBetween,
  upperBound,
} from './date-key.ts';

const seed = 20261125;
const key = (text: string) => dateKey(text) ?? Number.NaN;

const partialDate = fc
  .record({
    year: fc.integer({ min: 1800, max: 2199 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    parts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ year, month, day, parts }) =>
    [year, month, Math.min(day, lastDay(year, month))]
      .slice(0, parts)
      .map((part) => String(part).padStart(2, '0'))
      .join('-'),
  );

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

describe('dates as keys', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(partialDate, (text) => {
        expect(dateText(key(text))).toBe(text);
        expect(key(text)).toBeGreaterThan(0);
      }),
      { seed },
    );
  });

  it('have no day that the calendar lacks, as text and as bytes', () => {
    for (let year = 1800; year <= 2199; year += 1)
      for (let month = 1; month <= 12; month += 1)
        for (let day = 28; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, '0')}-${day}`;
          const isThere = day <= lastDay(year, month);
          expect(dateKey(text) !== null, text).toBe(isThere);
          expect(dateKeyOfBytes(new TextEncoder().encode(text), 0, 10), text).toBe(dateKey(text));
        }
  });

  it('sort in time, less known before more known', () => {
    const sorted = [
      '1800',
      '1971-12',
      '1971-12-31',
      '1972',
      '1972-01',
      '1972-01-01',
      '1972-02',
      '2199-12-31',
    ];
    expect(sorted.map(key).toSorted((a, b) => a - b)).toEqual(sorted.map(key));
  });

  it('are nothing but dates', () => {
    const wrong = [
      '',
      '72',
      '1972-1',
      '1972-13',
      '1972-00',
      '1972-01-00',
      '1972-01-32',
      '1972/01',
      '1799',
      '2200',
    ];
    for (const text of [
      ...wrong,
      '1972-01-1',
      '19a2',
      ' 972',
      '1972-01 01',
      '1972.01',
      '１９７２',
      '1972-01-01T',
    ]) {
      expect(dateKey(text), text).toBeNull();
    }
  });

  it('are read from bytes as from text', () => {
    const almost = fc
      .tuple(partialDate, fc.nat(9), fc.constantFrom('-', '0', '9', 'a', ''))
      .map(([text, at, other]) => text.slice(0, at) + other + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(partialDate, almost), (text) => {
        const bytes = Uint8Array.from(`"${text}"`, (character) => character.charCodeAt(0));
        expect(dateKeyOfBytes(bytes, 1, bytes.length - 1)).toBe(dateKey(text));
      }),
      { seed },
    );
  });

  it('bound their month and year on both sides', () => {
    for (const [text, first, last] of [
      ['1972', '1972-01-01', '1972-12-31'],
      ['1972-11', '1972-11-01', '1972-11-30'],
      ['1972-11-05', '1972-11-05', '1972-11-05'],
    ] as const) {
      expect(lowerBound(key(text))).toBeLessThanOrEqual(key(first));
      expect(upperBound(key(text))).toBeGreaterThanOrEqual(key(last));
    }
    expect(upperBound(key('1972'))).toBeLessThan(key('1973'));
    expect(lowerBound(key('1972-11'))).toBeGreaterThan(key('1972-10-31'));
  });

  it('count completed months', () => {
    expect(monthsBetween(key('2020-01-31'), dayKey(2020, 2, 29))).toBe(0);
    expect(monthsBetween(key('2020-01'), dayKey(2020, 3, 1))).toBe(2);
    expect(monthsBetween(key('2020-03-02'), key('2020-02'))).toBe(-2);
  });
});
