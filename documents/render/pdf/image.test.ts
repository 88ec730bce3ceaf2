import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyForm } from '#documents/formats';
import { createPdfRenderer } from '../pdf-renderer.ts';
import { defaultFontFolders } from './font-files.ts';
import { pdfImage } from './image.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

function png(
  header: { width: number; height: number; depth: number; colour: number; interlace?: number },
  rows: Uint8Array,
): Buffer {
  const fields = Buffer.alloc(13);
  fields.writeUInt32BE(header.width, 0);
  fields.writeUInt32BE(header.height, 4);
  fields.set([header.depth, header.colour, 0, 0, header.interlace ?? 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', fields), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

/** Rows of RGBA pixels with a filter each, as a PNG writer makes them. */
function filtered(pixels: Uint8Array, width: number, filters: readonly number[]): Uint8Array {
  const length = width * 4;
  const at = (row: number, column: number): number =>
    row < 0 || column < 0 ? 0 : (pixels[row * length + column] ?? 0);
  return Buffer.concat(
    filters.map((filter, row) => {
      const line = Array.from({ length }, (_, column) => {
        const [left, above, corner] = [at(row, column - 4), at(row - 1, column), at(row - 1, column - 4)];
        const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
        const paeth =
          a !== undefined && b !== undefined && c !== undefined && a <= b && a <= c
            ? left
            : (b ?? 0) <= (c ?? 0)
              ? above
              : corner;
        return at(row, column) - ([0, left, above, (left + above) >> 1, paeth][filter] ?? 0);
      });
      return Uint8Array.from([filter, ...line]);
    }),
  );
}

test('a PNG with alpha is laid on white, whatever its filters', () => {
  const picture = fc.integer({ min: 1, max: 9 }).chain((width) =>
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }).chain((filters) =>
      fc.record({
        width: fc.constant(width),
        filters: fc.constant(filters),
        pixels: fc.uint8Array({
          minLength: width * filters.length * 4,
          maxLength: width * filters.length * 4,
        }),
      }),
    ),
  );
  fc.assert(
    fc.property(picture, ({ width, filters, pixels }) => {
      const file = png(
        { width, height: filters.length, depth: 8, colour: 6 },
        filtered(pixels, width, filters),
      );
      const expected = Array.from({ length: width * filters.length * 3 }, (_, index) => {
        const pixel = Math.floor(index / 3) * 4;
        return Math.round(
          255 - ((pixels[pixel + 3] ?? 0) / 255) * (255 - (pixels[pixel + (index % 3)] ?? 0)),
        );
      });
      expect([...inflateSync(pdfImage(file)?.bytes ?? Buffer.alloc(0))]).toEqual(expected);
    }),
    { seed: 7, numRuns: 100 },
  );
});

test('a PNG without alpha goes in with its own data', () => {
  const rows = Uint8Array.from([0, 255, 0, 0, 0, 0, 255]);
  const image = pdfImage(png({ width: 2, height: 1, depth: 8, colour: 2 }, rows));
  expect(image?.entries).toContain('/Predictor 15/Colors 3/BitsPerComponent 8/Columns 2');
  expect([...inflateSync(image?.bytes ?? Buffer.alloc(0))]).toEqual([...rows]);
});

test('a bitmap is turned the right way up and its colours put in order', () => {
  const file = Buffer.alloc(54 + 16);
  file.write('BM', 'latin1');
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(2, 18);
  file.writeInt32LE(2, 22);
  file.writeUInt16LE(24, 28);
  // The lower row first, blue before green before red, each row filled to four bytes.
  file.set([1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0], 54);
  const samples = [...inflateSync(pdfImage(file)?.bytes ?? Buffer.alloc(0))];
  expect(samples).toEqual([9, 8, 7, 12, 11, 10, 3, 2, 1, 6, 5, 4]);
});

test('a photo that cannot be drawn is reported', () => {
  const renderer = createPdfRenderer({ fontFolders: defaultFontFolders() });
  const gif = Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000', 'latin1');
  const interlaced = png(
    { width: 1, height: 1, depth: 8, colour: 2, interlace: 1 },
    Uint8Array.from([0, 1, 2, 3]),
  );
  const cut = png({ width: 9, height: 9, depth: 8, colour: 6 }, Uint8Array.from([0, 1]));
  for (const photo of [gif, interlaced, cut, Buffer.from('no picture')]) {
    const { notes } = renderer.render([{ ...emptyForm(), photo }], { variant: 'A4' });
    expect(notes).toEqual([{ form: 0, kind: 'photo' }]);
  }
});
