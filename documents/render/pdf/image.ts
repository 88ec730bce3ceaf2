import { pictureKind } from '#documents/formats';
import { bitmapImage } from './bitmap-image.ts';
import { pngImage } from './png-image.ts';
import type { PdfImage } from './rgb-image.ts';

const frameMarkers = new Set([0xc0, 0xc1, 0xc2]);

/** JPEG goes in as it is; only the number of its colours and Adobe's inverted CMYK must be known. */
function jpegImage(bytes: Uint8Array, size: { width: number; height: number }): PdfImage | null {
  let at = 2;
  let adobe = false;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xee) adobe = true;
    if (frameMarkers.has(marker)) {
      const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[bytes[at + 9] ?? 0];
      if (!space || bytes[at + 4] !== 8) return null;
      const decode = space === '/DeviceCMYK' && adobe ? '/Decode[1 0 1 0 1 0 1 0]' : '';
      return { ...size, entries: `/ColorSpace${space}/BitsPerComponent 8${decode}/Filter/DCTDecode`, bytes };
    }
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  return null;
}

/** A photo for the PDF; null when it is of a kind that cannot be drawn (GIF, interlaced PNG) or damaged. */
export function pdfImage(bytes: Uint8Array): PdfImage | null {
  const kind = pictureKind(bytes);
  try {
    switch (kind?.mediaType) {
      case 'image/jpeg':
        return jpegImage(bytes, { width: kind.width, height: kind.height });
      case 'image/png':
        return pngImage(bytes);
      case 'image/bmp':
        return bitmapImage(bytes);
      default:
        return null;
    }
  } catch {
    // A cut or damaged picture: reading beyond its end, or data that does not inflate.
    return null;
  }
}
