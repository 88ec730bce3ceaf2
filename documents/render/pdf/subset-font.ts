import type { TrueType } from './true-type.ts';

/** Flags of a part of a composite glyph. */
const wordArguments = 0x1;
const oneScale = 0x8;
const moreParts = 0x20;
const twoScales = 0x40;
const matrix = 0x80;

/** Places of the glyph numbers inside a composite outline; none in a simple one. */
function partPlaces(outline: Uint8Array): number[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (outline.length < 10 || view.getInt16(0) >= 0) return [];
  const places: number[] = [];
  let at = 10;
  let flags = moreParts;
  while ((flags & moreParts) !== 0) {
    flags = view.getUint16(at);
    places.push(at + 2);
    at += 4 + ((flags & wordArguments) !== 0 ? 4 : 2);
    if ((flags & oneScale) !== 0) at += 2;
    else if ((flags & twoScales) !== 0) at += 4;
    else if ((flags & matrix) !== 0) at += 8;
  }
  return places;
}

/** The outlines of the new font; parts of composite glyphs are added behind and renumbered. */
function collectOutlines(
  font: TrueType,
  wanted: readonly number[],
): { glyphs: number[]; outlines: Uint8Array[] } {
  const glyphs = [...wanted];
  const newNumber = new Map<number, number>();
  glyphs.forEach((glyph, index) => newNumber.set(glyph, index));
  const outlines: Uint8Array[] = [];
  for (let index = 0; index < glyphs.length; index += 1) {
    const original = font.outline(glyphs[index] ?? 0);
    const places = partPlaces(original);
    const outline = places.length > 0 ? new Uint8Array(original) : original;
    const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
    for (const place of places) {
      const part = view.getUint16(place);
      let number = newNumber.get(part);
      if (number === undefined) {
        number = glyphs.length;
        glyphs.push(part);
        newNumber.set(part, number);
      }
      view.setUint16(place, number);
    }
    outlines.push(outline);
  }
  return { glyphs, outlines };
}

/** The sum of a table's words of four bytes, the last one filled up with zeros. */
function checksum(table: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 1) {
    sum = (sum + ((table[at] ?? 0) << (24 - 8 * (at & 3)))) >>> 0;
  }
  return sum;
}

const padded = (length: number): number => (length + 3) & ~3;

/** A font file from its tables. */
function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + sorted.length * 16;
  const size = sorted.reduce((sum, [, table]) => sum + padded(table.length), start);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (sorted.length - power) * 16);
  let at = start;
  sorted.forEach(([tag, table], index) => {
    const entry = 12 + index * 16;
    for (let letter = 0; letter < 4; letter += 1) file[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, checksum(table));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    file.set(table, at);
    at += padded(table.length);
  });
  return file;
}

function glyphTables(outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new Uint8Array((outlines.length + 1) * 4);
  const places = new DataView(loca.buffer);
  const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + padded(outline.length), 0));
  let at = 0;
  outlines.forEach((outline, index) => {
    glyf.set(outline, at);
    at += padded(outline.length);
    places.setUint32((index + 1) * 4, at);
  });
  return { glyf, loca };
}

function metricTable(font: TrueType, glyphs: readonly number[]): Uint8Array {
  const table = new Uint8Array(glyphs.length * 4);
  const view = new DataView(table.buffer);
  glyphs.forEach((glyph, index) => {
    const { advance, bearing } = font.metrics(glyph);
    view.setUint16(index * 4, advance);
    view.setInt16(index * 4 + 2, bearing);
  });
  return table;
}

function patched(font: TrueType, tag: string, at: number, value: number): Uint8Array {
  // A copy in memory of its own: `slice` of a Buffer would be the font's own bytes.
  const table = new Uint8Array(font.table(tag) ?? new Uint8Array(54));
  new DataView(table.buffer).setUint16(at, value);
  return table;
}

/** A font file that holds only the given glyphs, numbered in their order; the first must be 0. */
export function subsetFont(font: TrueType, wanted: readonly number[]): Uint8Array {
  const { glyphs, outlines } = collectOutlines(font, wanted);
  const { glyf, loca } = glyphTables(outlines);
  const tables: [string, Uint8Array][] = [
    ['head', patched(font, 'head', 50, 1)],
    ['hhea', patched(font, 'hhea', 34, glyphs.length)],
    ['hmtx', metricTable(font, glyphs)],
    ['maxp', patched(font, 'maxp', 4, glyphs.length)],
    ['loca', loca],
    ['glyf', glyf],
  ];
  for (const tag of ['cvt ', 'fpgm', 'prep']) {
    const table = font.table(tag);
    if (table) tables.push([tag, table]);
  }
  return assemble(tables);
}
