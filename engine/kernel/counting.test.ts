import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allBits,
  Bench,
  bitmapBytes,
  bitsOfWidth,
  keysAndBits,
  kinds,
  noise,
  type Width,
} from './test-kernel.ts';

/** Keys small enough to be counted in an array. */
const small = fc
  .constantFrom<Width>(1, 2, 4)
  .chain((width) =>
    keysAndBits(width).map(({ keys, bits }) => ({ width, keys: keys.map((key) => key % 1000), bits })),
  );

function tally(groups: readonly number[], length: number): number[] {
  const counts = Array.from({ length }, () => 0);
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

describe.each(kinds)('counting of the %s kernel', (kind) => {
  it('counts the keys of the set rows on top of what is there', () => {
    fc.assert(
      fc.property(small, ({ width, keys, bits }) => {
        const bench = new Bench(kind);
        const most = width === 1 ? 256 : 1000;
        const own = width === 1 ? keys.map((key) => key % 256) : keys;
        const counts = bench.counters(most);
        const column = bench.column(width, own);
        const bitmap = bench.bitmap(bits);
        bench.kernel[`histogram${bitsOfWidth[width]}`](column, bitmap, bitmapBytes(keys.length), counts);
        bench.kernel[`histogram${bitsOfWidth[width]}`](column, bitmap, bitmapBytes(keys.length), counts);
        const once = own.filter((_, row) => bits[row] === true);
        expect(bench.numbers(4, counts, most)).toEqual(tally([...once, ...once], most));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('crosses two columns', () => {
    const input = keysAndBits(1).chain((first) =>
      fc.record({
        first: fc.constant(first),
        second: fc.array(fc.nat({ max: 6 }), {
          minLength: first.keys.length,
          maxLength: first.keys.length,
          size: 'max',
        }),
      }),
    );
    fc.assert(
      fc.property(input, ({ first: { keys, bits }, second }) => {
        const bench = new Bench(kind);
        const counts = bench.counters(256 * 7);
        const bytes = bitmapBytes(keys.length);
        bench.kernel.cross8(
          bench.column(1, keys),
          bench.column(1, second),
          7,
          bench.bitmap(bits),
          bytes,
          counts,
        );
        const groups = keys.flatMap((key, row) => (bits[row] === true ? [key * 7 + (second[row] ?? 0)] : []));
        expect(bench.numbers(4, counts, 256 * 7)).toEqual(tally(groups, 256 * 7));
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  it('gathers groups of several columns for a list of rows and counts them', () => {
    fc.assert(
      fc.property(small, small, ({ width, keys, bits }, second) => {
        const bench = new Bench(kind);
        const list = keys.flatMap((_, row) => (bits[row] === true && row < second.keys.length ? [row] : []));
        const rows = bench.column(4, list);
        const groups = bench.counters(list.length);
        const mapOf = (times: number) =>
          bench.column(
            4,
            Array.from({ length: 1000 }, (_, key) => (key % 3) * times),
          );
        const wrapped = (own: readonly number[], of: Width) => own.map((key) => (of === 1 ? key % 256 : key));
        const [a, b] = [wrapped(keys, width), wrapped(second.keys, second.width)];
        bench.kernel[`gather${bitsOfWidth[width]}`](
          bench.column(width, a),
          rows,
          list.length,
          mapOf(3),
          groups,
        );
        bench.kernel[`gather${bitsOfWidth[second.width]}`](
          bench.column(second.width, b),
          rows,
          list.length,
          mapOf(1),
          groups,
        );
        const expected = list.map((row) => ((a[row] ?? 0) % 3) * 3 + ((b[row] ?? 0) % 3));
        expect(bench.numbers(4, groups, list.length)).toEqual(expected);
        const counts = bench.counters(9);
        bench.kernel.histogramList(groups, list.length, counts);
        expect(bench.numbers(4, counts, 9)).toEqual(tally(expected, 9));
      }),
      { seed: 13, numRuns: 150 },
    );
  });

  it('finds the nth key from either end', () => {
    const input = fc.constantFrom<Width>(1, 2, 4).chain((width) =>
      fc.record({
        width: fc.constant(width),
        rows: keysAndBits(width),
        share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(input, fc.constantFrom<0 | 1>(0, 1), ({ width, rows: { keys, bits }, share }, greatest) => {
        const set = keys
          .filter((_, row) => bits[row] === true)
          .toSorted((a, b) => (greatest === 1 ? b - a : a - b));
        if (set.length === 0) return;
        const bench = new Bench(kind);
        const place = Math.floor(share * set.length);
        expect(
          bench.kernel[`nth${bitsOfWidth[width]}`](
            bench.column(width, keys),
            bench.bitmap(bits),
            bitmapBytes(keys.length),
            place,
            greatest,
          ),
        ).toBe(set[place]);
      }),
      { seed: 14, numRuns: 400 },
    );
  });

  it.each([1, 2, 4] as const)(
    'finds near and far places among many keys of %d bytes in any order',
    (width) => {
      const random = noise(width);
      const rows = 60_000;
      const mixed = Array.from({ length: rows }, () => random.next().value % 2 ** (8 * width));
      const rising = mixed.toSorted((a, b) => a - b);
      const same = mixed.map((key) => key % 2);
      for (const keys of [mixed, rising, rising.toReversed(), same]) {
        const bench = new Bench(kind);
        const column = bench.column(width, keys);
        const bits = keys.map((_, row) => row % 5 !== 0);
        const bitmap = bench.bitmap(bits);
        const set = keys.filter((_, row) => bits[row] === true).toSorted((a, b) => a - b);
        const nth = (place: number, end: 0 | 1): number =>
          bench.kernel[`nth${bitsOfWidth[width]}`](column, bitmap, bitmapBytes(rows), place, end);
        for (const place of [0, 49, 4095, 4096, 20_000, set.length - 1]) {
          expect(nth(place, 0), `${place}`).toBe(set[place]);
          expect(nth(place, 1), `${place}`).toBe(set[set.length - 1 - place]);
        }
      }
    },
  );

  it('counts a full word of one key after another', () => {
    const bench = new Bench(kind);
    const keys = Array.from({ length: 640 }, (_, row) => (row < 320 ? 255 : row % 256));
    const counts = bench.counters(256);
    bench.kernel.histogram8(
      bench.column(1, keys),
      bench.bitmap(allBits(640, true)),
      bitmapBytes(640),
      counts,
    );
    expect(bench.numbers(4, counts, 256)).toEqual(tally(keys, 256));
  });

  it('counts nothing where there is no row', () => {
    const bench = new Bench(kind);
    const counts = bench.counters(256);
    bench.kernel.histogram8(bench.column(1, []), bench.bitmap([]), 0, counts);
    bench.kernel.histogramList(bench.column(4, []), 0, counts);
    expect(bench.numbers(4, counts, 256).every((count) => count === 0)).toBe(true);
  });
});
