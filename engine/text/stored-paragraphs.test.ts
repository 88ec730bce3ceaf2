import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernel } from '../kernel/kernel.ts';
import { createMemory } from '../kernel/load-kernel.ts';
import { Arena } from '../memory/arena.ts';
import { bitmapBytesOf } from './pair-index.ts';
import { StoredParagraphs } from './stored-paragraphs.ts';

const seed = 20261125;
const kernels: readonly Kernel['name'][] = ['simd', 'plain'];
/** A pair of surrogates, halves of it alone, a zero unit, letters, digits and punctuation. */
const units = [
  '县',
  '委',
  '书',
  '记',
  'a',
  'B',
  '1',
  '9',
  ' ',
  '，',
  '𠮷',
  '\ud842',
  '\udfb7',
  '\0',
  '\uffff',
];
const text = fc.array(fc.constantFrom(...units), { maxLength: 12 }).map((list) => list.join(''));
const term = fc.array(fc.constantFrom(...units), { maxLength: 5 }).map((list) => list.join(''));
const edits = fc.array(fc.tuple(fc.nat(), text), { maxLength: 6 });

/** Paragraphs in a table of their own, the first of them loaded, beside the same texts in an array. */
function setUp(kernel: Kernel['name'], texts: readonly string[], loaded = 0) {
  const made = createMemory(1 << 20, kernel);
  const arena = new Arena(made.memory);
  const rows = texts.length;
  const bitmapBytes = bitmapBytesOf(rows);
  const table = { name: '', rows, bitmapBytes, live: 0, layout: 0 };
  const paragraphs = new StoredParagraphs(arena, made.kernel, table, Math.max(1, rows));
  const expected = [...texts];
  texts.forEach((one, row) => {
    if (row >= loaded) paragraphs.write(row, one);
    else if (one !== '') {
      const padded = Uint16Array.from({ length: one.length + 2 }, (_, at) => `前${one}后`.charCodeAt(at));
      paragraphs.load(row, padded, 1, padded.length - 1);
    }
  });
  const out = arena.allocate(bitmapBytes);
  const found = (kind: 'contains' | 'starts', wanted: string) => {
    paragraphs[kind](wanted, out);
    const bits = arena.u8(out, bitmapBytes);
    return expected.flatMap((_, row) => ((bits[row >> 3] ?? 0) & (1 << (row & 7)) ? [row] : []));
  };
  return {
    paragraphs,
    edit: (changes: readonly (readonly [number, string])[]) => {
      for (const [place, one] of rows === 0 ? [] : changes) {
        paragraphs.write(place % rows, one);
        expected[place % rows] = one;
      }
    },
    expectFound: (wanted: string) => {
      const rowsWith = (has: (one: string) => boolean) =>
        expected.flatMap((one, row) => (one !== '' && has(one) ? [row] : []));
      expect(found('contains', wanted)).toEqual(rowsWith((one) => one.includes(wanted)));
      expect(found('starts', wanted)).toEqual(rowsWith((one) => one.startsWith(wanted)));
      expected.forEach((one, row) => {
        expect(paragraphs.textOf(row)).toBe(one);
        expect(paragraphs.isEmpty(row)).toBe(one === '');
      });
    },
  };
}

describe.each(kernels)('paragraphs on the %s kernel', (kernel) => {
  it('find a term where it stands, whatever was changed before, during and after the index was made', () => {
    const texts = fc.array(text, { maxLength: 40 });
    fc.assert(
      fc.property(
        texts,
        edits,
        edits,
        edits,
        fc.array(term, { maxLength: 12 }),
        fc.tuple(fc.constantFrom(0, 3, 40), edits),
        (all, first, second, third, terms, [loaded, before]) => {
          const { paragraphs, edit, expectFound } = setUp(kernel, all, loaded);
          edit(before);
          const wanted = [...terms, ...all.slice(0, 3), ...all.slice(0, 3).map((one) => one.slice(1, 9))];
          for (const one of wanted) expectFound(one);
          for (const changes of [first, []]) {
            let steps = 0;
            for (const _step of paragraphs.buildIndex()) edit(steps++ % 2 === 0 ? changes : second);
            for (const one of wanted) expectFound(one);
            edit(third);
            for (const one of wanted) expectFound(one);
          }
        },
      ),
      { seed, numRuns: 150 },
    );
  });

  it.each([0, 5000])('find the same in lists and in bitmaps, %i of them loaded', (loaded) => {
    const texts = Array.from(
      { length: 5000 },
      (_, row) => `${row % 3 === 0 ? '县委' : '县政府'}${row % 700 === 0 ? '书记' : ''}${row}`,
    );
    const { paragraphs, edit, expectFound } = setUp(kernel, texts, loaded);
    for (const _step of paragraphs.buildIndex()) edit([[4999, '省委书记']]);
    for (const one of [
      '县',
      '县委',
      '委书',
      '书记',
      '委书记',
      '县委书记',
      '府',
      '府4',
      '49',
      '政',
      '记49',
      '省',
      '无',
    ])
      expectFound(one);
  });

  it('keep very long texts', () => {
    const long = '甲乙丙丁1'.repeat(500_000);
    const { paragraphs, edit, expectFound } = setUp(kernel, ['前', `${long}末`, '后', long]);
    for (const one of ['丁1甲', '1末', '后']) expectFound(one);
    for (const _step of paragraphs.buildIndex());
    edit([
      [3, `${long}尾`],
      [1, '短'],
    ]);
    for (const one of ['丁1甲', '1末', '1尾', '短', '后']) expectFound(one);
  });

  it('use the room of texts that are gone', () => {
    const texts = Array.from({ length: 50 }, (_, row) => '县'.repeat(100 + row));
    const { paragraphs, edit, expectFound } = setUp(kernel, texts);
    const { top } = paragraphs.save((pointer) => pointer).store;
    for (let round = 0; round < 400; round++) {
      edit([
        [round % 50, ''],
        [(round * 7) % 50, `书${'记'.repeat(60 + ((round * 31) % 90))}`],
        [(round * 11) % 50, `委${'县'.repeat(20 + ((round * 17) % 150))}`],
      ]);
    }
    for (const one of ['县县', '委委', '书记', '记县', '委县']) expectFound(one);
    expect(paragraphs.save((pointer) => pointer).store.top).toBeLessThan(top * 2);
  });

  it('want a new index when much was written since', () => {
    const { paragraphs, edit } = setUp(
      kernel,
      Array.from({ length: 400 }, (_, row) => `第${row}人`),
    );
    expect(paragraphs.isIndexDue).toBe(true);
    for (const _step of paragraphs.buildIndex());
    expect(paragraphs.isIndexDue).toBe(false);
    edit(Array.from({ length: 300 }, (_, row) => [row, '改'] as const));
    expect(paragraphs.isIndexDue).toBe(true);
  });
});
