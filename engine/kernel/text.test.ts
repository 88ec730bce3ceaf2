import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../host.ts';
import { Bench, kinds, noise } from './test-kernel.ts';

const unitsOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

describe.each(kinds)('texts of the %s kernel', (kind) => {
  it('are searched for a word from any place on', () => {
    const text = fc.string({
      unit: fc.constantFrom('局', '科', '员', '长', 'a', '𬀩'),
      maxLength: 200,
      size: 'max',
    });
    const needle = fc.string({ unit: fc.constantFrom('局', '科', '员', '长', 'a', '𬀩'), maxLength: 6 });
    fc.assert(
      fc.property(text, needle, fc.nat({ max: 210 }), (hay, word, from) => {
        const bench = new Bench(kind);
        const found = bench.kernel.find(
          bench.column(2, unitsOf(hay)),
          hay.length,
          bench.column(2, unitsOf(word)),
          word.length,
          from,
        );
        const expected = from > hay.length ? -1 : hay.indexOf(word, from);
        expect(found).toBe(expected);
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  it('are searched at every place up to the very end and not behind it', () => {
    const bench = new Bench(kind);
    const text = bench.column(2, unitsOf(`${'某'.repeat(150)}任局长`));
    for (let units = 0; units <= 153; units += 1) {
      const found = bench.kernel.find(text, units, bench.column(2, unitsOf('任局长')), 3, 0);
      expect(found).toBe(units < 153 ? -1 : 150);
    }
  });

  it('are found in JSON, with their escapes and a hash that says which are the same', () => {
    const piece = fc.constantFrom(
      'a',
      '局',
      '',
      ',',
      ':',
      '\\\\',
      '\\"',
      '\\n',
      '\\u0041',
      ' '.repeat(31),
      '𬀩'.repeat(9),
    );
    const text = fc.array(piece, { maxLength: 12, size: 'max' }).map((pieces) => pieces.join(''));
    const between = fc.constantFrom(',', ':', '],[', '}, {', ' '.repeat(40));
    const json = fc.array(fc.tuple(between, text), { maxLength: 30, size: 'max' });
    const hashes = new Map<number, string>();
    fc.assert(
      fc.property(json, fc.boolean(), (strings, isOpen) => {
        const bytes: number[] = [];
        const ends: [number, boolean][] = [];
        for (const [gap, own] of strings) {
          bytes.push(...encodeUtf8(`${gap}"${own}`));
          ends.push([bytes.length, own.includes('\\')]);
          bytes.push(0x22);
        }
        const [end, last] = isOpen && strings.length > 0 ? [bytes.length - 1, -1] : [bytes.length, undefined];
        const bench = new Bench(kind);
        const out = bench.block(strings.length * 8);
        const count = bench.kernel.jsonStrings(bench.column(1, bytes), end, out);
        const found = bench.numbers(4, out, count * 2);
        expect(found.filter((_, at) => at % 2 === 0)).toEqual(
          ends.slice(0, last).map(([place, isEscaped]) => (isEscaped ? 2 ** 31 + place : place)),
        );
        for (let at = 0; at < count; at += 1) {
          const own = strings[at]?.[1] ?? '';
          const hash = found[at * 2 + 1] ?? 0;
          expect(hashes.get(hash) ?? own).toBe(own);
          hashes.set(hash, own);
        }
      }),
      { seed: 37, numRuns: 500 },
    );
    expect(new Set(hashes.values()).size).toBe(hashes.size);
  });

  it('of JSON have the same hash on both kernels', () => {
    const random = noise(5);
    for (let length = 0; length < 70; length += 1) {
      const inside = Array.from({ length }, () => (random.next().value % 200) + 0x23);
      const text = [0x22, ...inside.map((byte) => (byte === 0x5c ? 0x5d : byte)), 0x22];
      const found = kinds.map((own) => {
        const bench = new Bench(own);
        const out = bench.block(8);
        expect(bench.kernel.jsonStrings(bench.column(1, text), text.length, out)).toBe(1);
        return bench.numbers(4, out, 2);
      });
      expect(found[0]).toEqual(found[1]);
    }
  });

  it('are summed: the same for both kernels, another for every other content, length or seed', () => {
    const random = noise(3);
    const words = Array.from({ length: 25 * 4 }, () => random.next().value);
    const sums = new Set<number>();
    for (let blocks = 0; blocks <= 25; blocks += 1) {
      const all = kinds.map((own) => {
        const bench = new Bench(own);
        return bench.kernel.checksum(bench.column(4, words), blocks * 16, 7);
      });
      expect(new Set(all).size).toBe(1);
      for (const sum of all) sums.add(sum);
    }
    expect(sums.size).toBe(26);
    const bench = new Bench(kind);
    const block = bench.column(4, words);
    sums.add(bench.kernel.checksum(block, 400, 8));
    for (let byte = 0; byte < 400; byte += 1) {
      const bytes = bench.arena.u8(block, 400);
      bytes[byte] = (bytes[byte] ?? 0) ^ 0x80;
      sums.add(bench.kernel.checksum(block, 400, 7));
      bytes[byte] = (bytes[byte] ?? 0) ^ 0x80;
    }
    expect(sums.size).toBe(26 + 1 + 400);
    expect(Math.min(...sums)).toBeGreaterThanOrEqual(0);
  });
});
