import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pointer } from '../memory/arena.ts';
import type { Planes } from './kernel.ts';
import { Bench, bitmapBytes, bitsFor, keysOf, kinds, noise } from './test-kernel.ts';

/** A field of so many groups, with the group of each row. */
interface Field {
  readonly groups: number;
  readonly many: number;
  readonly rows: readonly number[];
}

function field(rows: number, most: number): fc.Arbitrary<Field> {
  return fc.integer({ min: 1, max: most }).chain((groups) =>
    fc.record({
      groups: fc.constant(groups),
      many: fc.constant(Math.max(3, Math.ceil(Math.log2(groups)))),
      rows: fc.array(fc.nat({ max: groups - 1 }), { minLength: rows, maxLength: rows, size: 'max' }),
    }),
  );
}

const fields = fc
  .nat({ max: 700 })
  .chain((rows) => fc.tuple(bitsFor(rows), field(rows, 20), field(rows, 64)));

const alone: Planes = { pointer: 0, stride: 0, many: 0, groups: 1 };

function planesOf(bench: Bench, { groups, many, rows }: Field): Planes {
  const stride = bitmapBytes(rows.length) + 32;
  const pointer = bench.block(stride * many);
  for (let plane = 0; plane < many; plane += 1) {
    const bits = bench.bitmap(rows.map((group) => ((group >> plane) & 1) === 1));
    const bytes = bitmapBytes(rows.length);
    bench.arena.u8(pointer + plane * stride, bytes).set(bench.arena.u8(bits, bytes));
  }
  return { pointer, stride, many, groups };
}

function counted(bench: Bench, bits: Pointer, outer: Planes, inner: Planes, rows: number): number[][] {
  const width = 1 << inner.many;
  const counts = bench.block(outer.groups * width * 4);
  bench.kernel.countPlanes(bits, outer, inner, counts, bitmapBytes(rows));
  return Array.from({ length: outer.groups }, (_, group) =>
    bench.numbers(4, counts + group * width * 4, width).slice(0, inner.groups),
  );
}

function expected(bits: readonly boolean[], outer: Field, inner: Field): number[][] {
  const counts = Array.from({ length: outer.groups }, () => Array.from({ length: inner.groups }, () => 0));
  for (const [row, bit] of bits.entries()) {
    const cells = counts[outer.rows[row] ?? 0];
    const group = inner.rows[row] ?? 0;
    if (bit && cells) cells[group] = (cells[group] ?? 0) + 1;
  }
  return counts;
}

describe.each(kinds)('groups in planes on the %s kernel', (kind) => {
  it.each([1, 2] as const)('are written from keys of %i bytes', (width) => {
    const { keys, greatest } = keysOf(width);
    const input = keys.chain((list) =>
      fc.record({ list: fc.constant(list), many: fc.integer({ min: 1, max: 8 }), seed: fc.nat() }),
    );
    fc.assert(
      fc.property(input, ({ list, many, seed }) => {
        const bench = new Bench(kind);
        const random = noise(seed);
        const groups = Array.from({ length: greatest + 1 }, () => random.next().value & ((1 << many) - 1));
        const stride = bitmapBytes(list.length) + 32;
        const out = bench.block(stride * many);
        const column = bench.column(width, list);
        const write = width === 1 ? 'planes8' : 'planes16';
        bench.kernel[write](column, list.length, bench.column(1, groups), out, stride, many);
        for (let plane = 0; plane < many; plane += 1) {
          const wanted = list.map((key) => (((groups[key] ?? 0) >>> plane) & 1) === 1);
          expect(bench.bits(out + plane * stride, list.length)).toEqual(wanted);
        }
      }),
      { seed: 21, numRuns: width === 1 ? 150 : 30 },
    );
  });

  it('are counted, alone and crossed', () => {
    fc.assert(
      fc.property(fields, ([bits, outer, inner]) => {
        const bench = new Bench(kind);
        const rows = bits.length;
        const [bitmap, first, second] = [bench.bitmap(bits), planesOf(bench, outer), planesOf(bench, inner)];
        const one: Field = { groups: 1, many: 0, rows: bits.map(() => 0) };
        expect(counted(bench, bitmap, alone, second, rows)).toEqual(expected(bits, one, inner));
        expect(counted(bench, bitmap, first, second, rows)).toEqual(expected(bits, outer, inner));
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  it('of many blocks are counted whole', () => {
    const random = noise(7);
    const rows = 70_000;
    const bits = Array.from({ length: rows }, () => random.next().value % 3 !== 0);
    const fieldOf = (groups: number, many: number): Field => ({
      groups,
      many,
      rows: bits.map(() => (random.next().value >>> 8) % groups),
    });
    const [outer, inner] = [fieldOf(5, 3), fieldOf(19, 5)];
    const bench = new Bench(kind);
    const [first, second] = [planesOf(bench, outer), planesOf(bench, inner)];
    expect(counted(bench, bench.bitmap(bits), first, second, rows)).toEqual(expected(bits, outer, inner));
  });
});
