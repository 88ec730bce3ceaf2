import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bench, bitmapBytes, bitsFor, bitsOfWidth, keysOf, kinds, noise, type Width } from './test-kernel.ts';

const modes = fc.constantFrom<0 | 1>(0, 1);
const widths = fc.constantFrom<Width>(1, 2, 4);
const columns = widths.chain((width) => {
  const { greatest, keys } = keysOf(width);
  const limit = fc.oneof(fc.nat({ max: 20 }), fc.integer({ min: 0, max: greatest }), fc.constant(0xffffffff));
  return keys.chain((list) =>
    fc.record({
      width: fc.constant(width),
      keys: fc.constant(list),
      bits: bitsFor(list.length),
      low: limit,
      high: limit,
    }),
  );
});

describe.each(kinds)('scans of the %s kernel', (kind) => {
  it('find the keys of a range', () => {
    fc.assert(
      fc.property(columns, modes, ({ width, keys, bits, low, high }, mode) => {
        const bench = new Bench(kind);
        const out = bench.bitmap(bits);
        bench.kernel[`range${bitsOfWidth[width]}`](
          bench.column(width, keys),
          keys.length,
          low,
          high,
          out,
          mode,
        );
        const expected = keys.map(
          (key, row) => key >= low && key <= high && (mode === 0 || bits[row] === true),
        );
        expect(bench.bits(out, keys.length)).toEqual(expected);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('find one-byte keys of a set of codes close together or anywhere', () => {
    const table = fc
      .tuple(fc.constantFrom(1, 16, 32, 128, 256), fc.oneof(fc.constant(0), fc.nat({ max: 255 })), fc.nat())
      .map(([codes, least, seed]) => {
        const random = noise(seed);
        return Array.from({ length: 256 }, (_, key) =>
          key >= least && key < least + codes && random.next().value % 3 === 0 ? 1 + (key % 255) : 0,
        );
      });
    fc.assert(
      fc.property(keysOf(1).keys, table, modes, fc.boolean(), (keys, set, mode, before) => {
        const bench = new Bench(kind);
        const out = bench.bitmap(keys.map((_, row) => before || row % 3 === 0));
        bench.kernel.inSet8(bench.column(1, keys), keys.length, bench.column(1, set), out, mode);
        const expected = keys.map((key, row) => set[key] !== 0 && (mode === 0 || before || row % 3 === 0));
        expect(bench.bits(out, keys.length)).toEqual(expected);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('find every one-byte key in the set of itself alone', () => {
    const bench = new Bench(kind);
    const keys = Array.from({ length: 256 }, (_, key) => key);
    const column = bench.column(1, keys);
    const out = bench.bitmap(keys.map(() => false));
    for (const wanted of keys) {
      bench.kernel.inSet8(
        column,
        256,
        bench.column(
          1,
          keys.map((key) => (key === wanted ? 255 : 0)),
        ),
        out,
        0,
      );
      expect(bench.bits(out, 256).flatMap((bit, key) => (bit ? [key] : []))).toEqual([wanted]);
    }
  });

  it('find wider keys in a set of bits, those beyond it never', () => {
    const set = fc.integer({ min: 0, max: 300 }).chain(bitsFor);
    fc.assert(
      fc.property(columns, set, modes, ({ width, keys, bits }, wanted, mode) => {
        if (width === 1) return;
        const bench = new Bench(kind);
        const out = bench.bitmap(bits);
        const set = bench.bitmap(wanted, true);
        bench.kernel[width === 2 ? 'inSet16' : 'inSet32'](
          bench.column(width, keys),
          keys.length,
          set,
          wanted.length,
          out,
          mode,
        );
        const expected = keys.map((key, row) => wanted[key] === true && (mode === 0 || bits[row] === true));
        expect(bench.bits(out, keys.length)).toEqual(expected);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('write nothing behind the last group of 64 rows', () => {
    const bench = new Bench(kind);
    const out = bench.block(bitmapBytes(1000));
    for (const width of [1, 2, 4] as const) {
      const column = bench.column(
        width,
        Array.from({ length: 70 }, (_, row) => row),
      );
      const { kernel } = bench;
      kernel[`range${bitsOfWidth[width]}`](column, 70, 9, 3, out, 0);
      kernel[`range${bitsOfWidth[width]}`](column, 70, 0, 9, out, 0);
      if (width > 1) kernel[width === 2 ? 'inSet16' : 'inSet32'](column, 70, column, 0, out, 0);
      expect(
        bench
          .numbers(1, out, 120)
          .slice(16)
          .every((byte) => byte === 0xa5),
      ).toBe(true);
    }
  });
});
