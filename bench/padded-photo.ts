import { randomFillSync } from 'node:crypto';

const commentMarker = 0xfe;
const afterStart = 2;

/**
 * A JPEG of the wanted size, unlike any other: a portrait with a comment segment of random bytes behind its first
 * marker. Programs show the same picture.
 */
export function paddedPhoto(portrait: Uint8Array, size: number): Uint8Array {
  const length = size - portrait.length - 2;
  const segment = Buffer.alloc(length + 2);
  segment.writeUInt16BE(0xff00 | commentMarker);
  segment.writeUInt16BE(length, 2);
  randomFillSync(segment, 4);
  return Buffer.concat([portrait.subarray(0, afterStart), segment, portrait.subarray(afterStart)]);
}
