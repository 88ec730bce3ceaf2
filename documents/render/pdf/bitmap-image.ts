import { mostPixels, rgbImage, type PdfImage } from './rgb-image.ts';

/** Uncompressed Windows bitmaps of 8 (with palette), 24 and 32 bits a pixel; null for the rarer kinds. */
export function bitmapImage(bytes: Uint8Array): PdfImage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixelsAt = view.getUint32(10, true);
  const headerSize = view.getUint32(14, true);
  if (headerSize < 40) return null;
  const [width, storedHeight] = [view.getInt32(18, true), view.getInt32(22, true)];
  const height = Math.abs(storedHeight);
  const [bits, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  if (compression !== 0 || ![8, 24, 32].includes(bits) || width <= 0 || width * height > mostPixels)
    return null;
  const step = bits / 8;
  const rowLength = Math.ceil((width * step) / 4) * 4;
  if (pixelsAt + rowLength * height > bytes.length) return null;
  const paletteAt = 14 + headerSize;
  const rgb = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    // Rows come from the bottom unless the height is negative.
    const start = pixelsAt + (storedHeight < 0 ? row : height - 1 - row) * rowLength;
    for (let column = 0; column < width; column += 1) {
      const pixel = start + column * step;
      const at = bits === 8 ? paletteAt + (bytes[pixel] ?? 0) * 4 : pixel;
      const to = (row * width + column) * 3;
      // Stored blue, green, red.
      rgb[to] = bytes[at + 2] ?? 0;
      rgb[to + 1] = bytes[at + 1] ?? 0;
      rgb[to + 2] = bytes[at] ?? 0;
    }
  }
  return rgbImage(width, height, rgb);
}
