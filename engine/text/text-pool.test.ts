import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemory } from '../kernel/load-kernel.ts';
import { Arena } from '../memory/arena.ts';
import { PooledTexts, type TextRules } from './text-pool.ts';

const seed = 20261125;
const units = ['王', '建', '国', '县', 'a', 'b', '1', '|', '𠮷', '\ud842', '\0'];
const text = fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 5 }).map((list) => list.join(''));
const term = fc.array(fc.constantFrom(...units), { maxLength: 3 }).map((list) => list.join(''));
/** Texts sorted by their ends; initials in two readings, the second one reversed. */
const rules: TextRules = {
  sortKey: (one) => one.slice(-1),
  initials: (one) => `${one.toLowerCase()}|${one.toLowerCase().split('').toReversed().join('')}`,
};

describe.each(['simd', 'plain'] as const)('a pool of texts on the %s kernel', (kernel) => {
  const create = (with_: TextRules = {}) => {
    const made = createMemory(0, kernel);
    const arena = new Arena(made.memory);
    return { arena, pool: new PooledTexts(arena, made.kernel, with_) };
  };

  it('stores every text once and finds it again', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
        const { pool } = create();
        const keys = texts.map((one) => pool.add(one));
        const different = [...new Set(texts)];
        expect(pool.size).toBe(different.length + 1);
        expect(keys).toEqual(texts.map((one) => different.indexOf(one) + 1));
        for (const one of texts) expect(pool.textOf(pool.keyOf(one) ?? 0)).toBe(one);
        expect([pool.keyOf('不在'), pool.keyOf(''), pool.textOf(0)]).toEqual([undefined, undefined, '']);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('matches like strings do', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), fc.array(term, { maxLength: 10 }), (texts, terms) => {
        const { arena, pool } = create(rules);
        for (const one of texts) pool.add(one);
        const different = [...new Set(texts)];
        const bytes = Math.ceil(pool.size / 128) * 16;
        for (const wanted of [...terms, ...texts.slice(0, 3)]) {
          const found = (kind: 'contains' | 'starts' | 'initials') => {
            const bits = arena.allocate(bytes);
            pool.match(kind, wanted, bits);
            const set = arena.u8(bits, bytes);
            const texts = different.filter((_, at) => (set[(at + 1) >> 3] ?? 0) & (1 << ((at + 1) & 7)));
            arena.free(bits, bytes);
            return texts;
          };
          expect(found('contains')).toEqual(different.filter((one) => one.includes(wanted)));
          expect(found('starts')).toEqual(different.filter((one) => one.startsWith(wanted)));
          const initials = (one: string) => `|${pool.initialsOf(pool.keyOf(one) ?? 0)}`;
          const begins = different.filter((one) => initials(one).includes(`|${wanted.toLowerCase()}`));
          expect(found('initials')).toEqual(wanted === '' ? different : begins);
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  it('ranks its texts by what they are sorted by, new ones among the old', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 30 }), { maxLength: 5 }), (batches) => {
        for (const with_ of [{}, rules]) {
          const { pool } = create(with_);
          const by = (one: string) => with_.sortKey?.(one) ?? one;
          for (const batch of batches) {
            for (const one of batch) pool.add(one);
            const all = Array.from({ length: pool.size - 1 }, (_, at) => pool.textOf(at + 1));
            const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
            const sorted = all.toSorted((a, b) => compare(by(a), by(b)) || compare(a, b));
            expect([...pool.ranks()]).toEqual([0, ...all.map((one) => sorted.indexOf(one) + 1)]);
          }
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('grows to many texts', () => {
    const { pool } = create();
    const texts = Array.from(
      { length: 20_000 },
      (_, number) => `第${number}号人员${'，'.repeat(number % 150)}`,
    );
    for (const one of texts) pool.add(one);
    expect(texts.every((one, at) => pool.keyOf(one) === at + 1 && pool.textOf(at + 1) === one)).toBe(true);
  });
});
