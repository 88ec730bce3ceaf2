import { inflateSync } from 'node:zlib';
import { mostPixels, rgbImage, type PdfImage } from './rgb-image.ts';

interface Png {
  width: number;
  height: number;
  depth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha */
  colour: number;
  interlaced: boolean;
  palette: Uint8Array;
  data: Uint8Array;
}

function readPng(bytes: Uint8Array): Png {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let palette = new Uint8Array();
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'PLTE') palette = new Uint8Array(content);
    if (type === 'IDAT') data.push(content);
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: bytes[24] ?? 0,
    colour: bytes[25] ?? 0,
    interlaced: bytes[28] !== 0,
    palette,
    data: Buffer.concat(data),
  };
}

/** PDF knows PNG's own compression: without alpha the data goes in as it is. */
function direct(png: Png): PdfImage | null {
  const colours = png.colour === 2 ? 3 : 1;
  if (!unpack(png, colours)) return null;
  const palette = Buffer.from(png.palette).toString('hex');
  const space =
    png.colour === 3
      ? `[/Indexed/DeviceRGB ${png.palette.length / 3 - 1}<${palette}>]`
      : png.colour === 2
        ? '/DeviceRGB'
        : '/DeviceGray';
  const predictor = `<</Predictor 15/Colors ${colours}/BitsPerComponent ${png.depth}/Columns ${png.width}>>`;
  const entries = `/ColorSpace${space}/BitsPerComponent ${png.depth}/Filter/FlateDecode/DecodeParms${predictor}`;
  return { width: png.width, height: png.height, entries, bytes: png.data };
}

/** The unpacked rows, each with its filter's number before it; null when the data is damaged or not the whole picture. */
function unpack(png: Png, samplesPerPixel: number): Buffer | null {
  const rowLength = Math.ceil((png.width * samplesPerPixel * png.depth) / 8);
  const size = (rowLength + 1) * png.height;
  const rows = inflateSync(png.data, { maxOutputLength: size });
  return rows.length === size ? rows : null;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Undoes the filters of PNG's rows in place; `step` is the number of bytes in a pixel. */
function unfilter(rows: Uint8Array, rowLength: number, height: number, step: number): void {
  for (let row = 0; row < height; row += 1) {
    const start = row * (rowLength + 1);
    const filter = rows[start] ?? 0;
    for (let at = 1; at <= rowLength; at += 1) {
      const left = at > step ? (rows[start + at - step] ?? 0) : 0;
      const above = row > 0 ? (rows[start + at - rowLength - 1] ?? 0) : 0;
      const corner = row > 0 && at > step ? (rows[start + at - rowLength - 1 - step] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      rows[start + at] = (rows[start + at] ?? 0) + guess;
    }
  }
}

/** With alpha the picture is laid on the white of the paper. */
function onWhite(png: Png): PdfImage | null {
  const { width, height, depth, colour } = png;
  const bytesPerSample = depth / 8;
  const samples = colour === 6 ? 4 : 2;
  const step = samples * bytesPerSample;
  const rowLength = width * step;
  const rows = unpack(png, samples);
  if (!rows) return null;
  unfilter(rows, rowLength, height, step);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor(pixel / width);
    const at = row * (rowLength + 1) + 1 + (pixel - row * width) * step;
    const alpha = (rows[at + step - bytesPerSample] ?? 0) / 255;
    for (let channel = 0; channel < 3; channel += 1) {
      const sample = rows[at + (colour === 6 ? channel * bytesPerSample : 0)] ?? 0;
      rgb[pixel * 3 + channel] = Math.round(255 - alpha * (255 - sample));
    }
  }
  return rgbImage(width, height, rgb);
}

export function pngImage(bytes: Uint8Array): PdfImage | null {
  const png = readPng(bytes);
  if (png.interlaced || png.data.length === 0 || png.width * png.height > mostPixels) return null;
  if (png.colour === 4 || png.colour === 6) return onWhite(png);
  if (png.colour === 3 && png.palette.length === 0) return null;
  return direct(png);
}
