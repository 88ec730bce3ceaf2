import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultFontFolders } from './font-files.ts';
import { subsetFont } from './subset-font.ts';
import { openTrueType, type TrueType } from './true-type.ts';

function tables(file: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(file);
  const found = new Map<string, Buffer>();
  for (let entry = 12; entry < 12 + bytes.readUInt16BE(4) * 16; entry += 16) {
    const [start, length] = [bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)];
    found.set(bytes.toString('latin1', entry, entry + 4), bytes.subarray(start, start + length));
  }
  return found;
}

function outline(file: Map<string, Buffer>, glyph: number): Buffer {
  const loca = file.get('loca') ?? Buffer.alloc(0);
  const glyf = file.get('glyf') ?? Buffer.alloc(0);
  return glyf.subarray(loca.readUInt32BE(glyph * 4), loca.readUInt32BE(glyph * 4 + 4));
}

test('the part of a font has the outlines and widths of the whole, renumbered', () => {
  const path = join(defaultFontFolders()[0] ?? '', 'NotoSerifSC_400Regular.ttf');
  const file = readFileSync(path);
  const font = openTrueType(file);
  const wanted = [0, ...Array.from('审𬀩a', (character) => font.glyphOf(character.codePointAt(0) ?? 0))];
  expect(wanted.slice(1).every((glyph) => glyph > 0)).toBe(true);
  const part = tables(subsetFont(font, wanted));
  wanted.forEach((glyph, index) => {
    const original = font.outline(glyph);
    expect(outline(part, index).subarray(0, original.length).equals(original)).toBe(true);
    expect(part.get('hmtx')?.readUInt16BE(index * 4)).toBe(font.metrics(glyph).advance);
  });
  expect(part.get('maxp')?.readUInt16BE(4)).toBe(wanted.length);
  expect(file.equals(readFileSync(path))).toBe(true);
});

test('parts of a composite glyph come along and are renumbered', () => {
  // Glyph 9 is made of glyph 4 (offsets in words) and glyph 7 (offsets in bytes, scaled).
  const composite = Uint8Array.from([
    255,
    255,
    ...Array<number>(8).fill(0),
    0,
    0x21,
    0,
    4,
    0,
    1,
    0,
    1,
    0,
    8,
    0,
    7,
    0,
    0,
    64,
    0,
  ]);
  const font: TrueType = {
    unitsPerEm: 1000,
    ascent: 0,
    descent: 0,
    box: [],
    table: (tag) => (tag === 'cvt ' ? null : new Uint8Array(54)),
    glyphOf: () => 0,
    metrics: () => ({ advance: 1000, bearing: 0 }),
    outline: (glyph) => (glyph === 9 ? composite : Uint8Array.from([0, 1, glyph, 0])),
  };
  const part = tables(subsetFont(font, [0, 9]));
  const parts = outline(part, 1);
  expect([parts.readUInt16BE(12), parts.readUInt16BE(20)]).toEqual([2, 3]);
  expect([outline(part, 2)[2], outline(part, 3)[2]]).toEqual([4, 7]);
  expect(composite[13]).toBe(4);
});
