import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allBits, Bench, bitmapBytes, bitsFor, kinds } from './test-kernel.ts';

const pairs = fc
  .integer({ min: 0, max: 1500 })
  .chain((rows) => fc.tuple(bitsFor(rows), bitsFor(rows)))
  .map(([a, b]) => ({ a, b, bytes: bitmapBytes(a.length) }));

describe.each(kinds)('bitmaps of the %s kernel', (kind) => {
  it('are joined, also onto an operand', () => {
    fc.assert(
      fc.property(pairs, ({ a, b, bytes }) => {
        for (const target of ['out', 'a', 'b'] as const) {
          for (const verb of ['and', 'or', 'andNot'] as const) {
            const bench = new Bench(kind);
            const [left, right] = [bench.bitmap(a), bench.bitmap(b)];
            const out = target === 'out' ? bench.block(bytes) : target === 'a' ? left : right;
            bench.kernel[verb](left, right, out, bytes);
            const expected = a.map((bit, row) => {
              const other = b[row] === true;
              return verb === 'and' ? bit && other : verb === 'or' ? bit || other : bit && !other;
            });
            expect(bench.bits(out, a.length)).toEqual(expected);
          }
        }
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('are counted alone, with another and with many', () => {
    fc.assert(
      fc.property(pairs, ({ a, b, bytes }) => {
        const bench = new Bench(kind);
        const [left, right] = [bench.bitmap(a), bench.bitmap(b)];
        const both = a.filter((bit, row) => bit && b[row] === true).length;
        expect(bench.kernel.count(left, bytes)).toBe(a.filter(Boolean).length);
        expect(bench.kernel.countAnd(left, right, bytes)).toBe(both);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('give their positions from any place on, up to any number', () => {
    fc.assert(
      fc.property(pairs, fc.nat({ max: 1700 }), fc.nat({ max: 200 }), ({ a, bytes }, from, limit) => {
        const bench = new Bench(kind);
        const out = bench.block(limit * 4);
        const found = bench.kernel.positions(bench.bitmap(a), bytes, from, limit, out);
        const expected = a.flatMap((bit, row) => (bit && row >= from ? [row] : [])).slice(0, limit);
        expect(bench.numbers(4, out, found)).toEqual(expected);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('are set by a list of gaps', () => {
    const gap = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 300 }), fc.nat({ max: 70_000 }));
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 60 }), (gaps) => {
        const bytes: number[] = [];
        const expected: number[] = [];
        let row = -1;
        for (const next of gaps) {
          let left = next;
          for (; left >= 0x80; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
          bytes.push(left);
          row += next + 1;
          expected.push(row);
        }
        const bench = new Bench(kind);
        const bits = bench.bitmap(allBits(row + 1, false));
        bench.kernel.setGaps(bench.column(1, bytes), bytes.length, bits);
        expect(bench.bits(bits, row + 1).flatMap((bit, at) => (bit ? [at] : []))).toEqual(expected);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
