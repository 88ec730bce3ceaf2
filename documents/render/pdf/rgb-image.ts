import { deflateSync } from 'node:zlib';

/** A picture as a PDF holds it: the entries of its dictionary and its stream. */
export interface PdfImage {
  /** Pixels */
  width: number;
  height: number;
  entries: string;
  bytes: Uint8Array;
}

/** Samples of 8 bits, three a pixel. */
export function rgbImage(width: number, height: number, samples: Uint8Array): PdfImage {
  const entries = '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode';
  return { width, height, entries, bytes: deflateSync(samples) };
}

/** A photo has few megapixels; more than this is not unpacked. */
export const mostPixels = 64_000_000;
