import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { acceptedForms, formBytes } from '#fixtures/forms';
import { readForm, trimPicture, writeLrm, writeLrmx } from './index.ts';

function sha256(bytes: Uint8Array | null): string | null {
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

test.each(acceptedForms)('$file ($writer) is read with its canonical values', (expected) => {
  const reading = readForm(formBytes('accepted', expected.file));
  if (!reading.ok) throw new Error(reading.problem.code);
  const { family, photo, unknownElements, version: _, ...texts } = reading.form;
  expect(texts).toEqual(expected.texts);
  expect(family).toEqual(expected.family);
  expect(unknownElements).toEqual(expected.unknownElements);
  expect(sha256(photo)).toBe(expected.photoSha256);
  expect(reading.format).toBe(expected.format);
  expect(reading.clean).toBe(expected.clean);
  expect(reading.notes.map((note) => note.code)).toEqual(expected.notes);
});

test.each(acceptedForms)('$file is the same form after it was written as .lrmx', (expected) => {
  const reading = readForm(formBytes('accepted', expected.file));
  if (!reading.ok) throw new Error(reading.problem.code);
  const again = readForm(writeLrmx(reading.form));
  expect(again).toMatchObject({
    ok: true,
    clean: true,
    form: { ...reading.form, version: reading.form.version || '3.2.1.16' },
  });
});

test.each(['袁瑾0.lrmx', '缺陷08png.lrmx', '缺陷11unknown.lrmx', '缺陷15season.lrmx'])(
  '%s is written byte by byte as the editor wrote it',
  (file) => {
    const bytes = formBytes('accepted', file);
    const reading = readForm(bytes);
    expect(reading.ok && Buffer.compare(writeLrmx(reading.form), bytes)).toBe(0);
  },
);

test.each(acceptedForms.filter((form) => form.format === 'lrm'))(
  '$file is written byte by byte as it came, and its .pic ends where the picture ends',
  (expected) => {
    const bytes = formBytes('accepted', expected.file);
    const reading = readForm(bytes);
    if (!reading.ok) throw new Error(reading.problem.code);
    const written = writeLrm(reading.form);
    expect(Buffer.compare(written.bytes, bytes)).toBe(0);
    expect(written.lost).toEqual([]);
    const picture = formBytes('accepted', expected.file.replace(/\.lrmx?$/i, '.pic'));
    expect(sha256(trimPicture(picture))).toBe(expected.picSha256);
  },
);
