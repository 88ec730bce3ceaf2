import { standsAlone } from './picture.ts';

const EOI = 0xd9;
const SOS = 0xda;

/** The place of the marker that ends the entropy-coded data beginning at `from`; FF00 and restarts belong to it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return bytes.length;
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !standsAlone(marker)) return at;
    at += marker === 0xff ? 1 : 2;
  }
}

/** Behind the end marker; the whole length when the segments lead to none. */
function jpegEnd(bytes: Uint8Array): number {
  let at = 2;
  while (at + 1 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) return at + 2;
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else {
      const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
      if (length < 2) return bytes.length;
      at += 2 + length;
      if (marker === SOS) at = endOfScan(bytes, at);
    }
  }
  return bytes.length;
}

const IEND = 0x49454e44;

function pngEnd(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (view.getUint32(at + 4) === IEND) return Math.min(end, bytes.length);
    at = end;
  }
  return bytes.length;
}

/**
 * A picture without the bytes behind its end (one producer fills the last block of a .pic with zeros). Other formats than
 * JPEG and PNG, and pictures without an end, are returned as they are.
 */
export function trimPicture(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) end = jpegEnd(bytes);
  else if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47)
    end = pngEnd(bytes);
  return end === bytes.length ? bytes : bytes.subarray(0, end);
}
