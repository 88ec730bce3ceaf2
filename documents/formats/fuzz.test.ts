import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptedForms, formBytes } from '#fixtures/forms';
import { readForm } from './index.ts';

const files = acceptedForms.map((form) => ({
  name: form.texts.name,
  bytes: formBytes('accepted', form.file),
}));
const file = fc.constantFrom(...files);
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const seeded = (seed: number): { seed: number; numRuns: number } => ({ seed, numRuns: 250 });

/** A damaged file is refused, or it is the same person, or a doubt says what was seen. */
function expectNoSilence(bytes: Uint8Array, name: string): void {
  const reading = readForm(bytes);
  const said = reading.ok ? reading.notes.map((note) => note.message) : [reading.problem.message];
  expect(said.join('') !== '' || (reading.ok && reading.form.name === name)).toBe(true);
}

test('a file cut anywhere is refused, or whole but for its last blanks', () => {
  fc.assert(
    fc.property(file, place, ({ bytes, name }, where) => {
      const cut = bytes.subarray(0, Math.floor(where * bytes.length));
      const reading = readForm(cut);
      const isWhole = reading.ok && reading.form.name === name && bytes.length - cut.length <= 4;
      expect(isWhole || !reading.ok).toBe(true);
    }),
    seeded(1),
  );
});

test('flipped bytes behind the name never give another name without a word', () => {
  fc.assert(
    fc.property(
      file,
      fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }),
      (form, flips) => {
        const bytes = form.bytes.slice();
        for (const [where, mask] of flips) {
          const at = Math.min(bytes.length - 1, 260 + Math.floor(where * (bytes.length - 260)));
          bytes[at] = (bytes[at] ?? 0) ^ mask;
        }
        expectNoSilence(bytes, form.name);
      },
    ),
    seeded(2),
  );
});

test('junk put in anywhere behind the name never gives another name without a word', () => {
  const junk = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 30 }),
    fc
      .constantFrom(
        '<',
        '>',
        '&',
        '"',
        '","',
        '</Person>',
        '<Person>',
        '<XingMing>王五</XingMing>',
        '<!--',
        ']]>',
        '<br>',
        '\u0000',
        '<?a?>',
      )
      .map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(file, place, junk, ({ bytes, name }, where, extra) => {
      const at = Math.min(bytes.length, 260 + Math.floor(where * (bytes.length - 260)));
      expectNoSilence(Uint8Array.from([...bytes.subarray(0, at), ...extra, ...bytes.subarray(at)]), name);
    }),
    seeded(3),
  );
});

test('swapped tags are refused or doubted', () => {
  const text = new TextDecoder().decode(formBytes('accepted', '缺陷05control_chars.lrmx'));
  const tags = Array.from(text.matchAll(/<\/?\w+>/g), (tag) => ({ tag: tag[0], at: tag.index }));
  const index = fc.nat(tags.length - 1);
  fc.assert(
    fc.property(index, index, (first, second) => {
      const [a, b] = [tags[Math.min(first, second)], tags[Math.max(first, second)]];
      if (!a || !b || a.tag === b.tag) return;
      const swapped = [
        text.slice(0, a.at),
        b.tag,
        text.slice(a.at + a.tag.length, b.at),
        a.tag,
        text.slice(b.at + b.tag.length),
      ];
      const reading = readForm(new TextEncoder().encode(swapped.join('')));
      expect(reading.ok && reading.notes.length === 0).toBe(false);
    }),
    seeded(4),
  );
});
