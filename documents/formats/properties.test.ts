import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryForm } from '#fixtures/forms';
import { canonicalForm, readForm, writeLrm, writeLrmx } from './index.ts';

const runs = { seed: 20240311, numRuns: 300 };

test('what is written as .lrmx is read back the same, and clean', () => {
  fc.assert(
    fc.property(arbitraryForm, (form) => {
      const reading = readForm(writeLrmx(form));
      if (!reading.ok) throw new Error(reading.problem.code);
      expect(reading.form).toEqual(canonicalForm(form));
      expect(reading.clean).toBe(true);
      expect(reading.originals).toEqual({});
    }),
    runs,
  );
});

test('a canonical form is canonical', () => {
  fc.assert(
    fc.property(arbitraryForm, (form) => {
      const once = canonicalForm(form);
      expect(canonicalForm(once)).toEqual(once);
    }),
    runs,
  );
});

test('what is written as .lrm is read back the same, but for what the format has no place for', () => {
  fc.assert(
    fc.property(arbitraryForm, (form) => {
      const written = writeLrm(form);
      const reading = readForm(written.bytes);
      if (!reading.ok) throw new Error(reading.problem.code);
      const without = { nationalId: '', retirementMonth: '', ageLimitText: '', version: '', photo: null };
      const expected = { ...canonicalForm(form), ...without, unknownElements: [] };
      expect(reading.form.name).toBe(expected.name);
      expect(written.lost.length > 0 ? expected : reading.form).toEqual(expected);
      expect(reading.clean || written.lost.length > 0).toBe(true);
    }),
    runs,
  );
});

test('no bytes make the reader throw', () => {
  const start = fc.constantFrom(
    '',
    '<',
    '"',
    '<Person>',
    '<Person><XingMing>',
    '\ufeff<?xml',
    '<Person><ZhaoPian>',
  );
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 300 }), (text, bytes) => {
      const reading = readForm(Uint8Array.from([...new TextEncoder().encode(text), ...bytes]));
      expect(reading.ok).toBe(false);
    }),
    { seed: 7, numRuns: 1000 },
  );
});
