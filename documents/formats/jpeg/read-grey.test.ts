import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJpegGrey } from './read-grey.ts';
import { pictureTakenOn } from './taken-on.ts';

const portrait = readFileSync(join(import.meta.dirname, '../../../fixtures/district/portraits/01.jpg'));

/** A JPEG with an Exif segment that says when it was taken. */
function taken(day: string): Uint8Array {
  const tiff = Buffer.alloc(64);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x8769, 10);
  tiff.writeUInt32LE(26, 18);
  tiff.writeUInt16LE(1, 26);
  tiff.writeUInt16LE(0x9003, 28);
  tiff.writeUInt32LE(44, 36);
  tiff.write(day, 44, 'latin1');
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 8 + tiff.length]);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from([0xff, 0xd9])]);
}

describe('the brightness of a JPEG', () => {
  it('has the size of the picture and its light and dark places', () => {
    const grey = readJpegGrey(portrait);
    expect(grey).toMatchObject({ width: 240, height: 300 });
    const mean = (grey?.pixels.reduce((sum, value) => sum + value, 0) ?? 0) / (240 * 300);
    expect(mean).toBeGreaterThan(60);
    expect(mean).toBeLessThan(220);
    expect(new Set(grey?.pixels).size).toBeGreaterThan(100);
  });

  it('is not told of what is broken or no JPEG, whatever its bytes', () => {
    expect(readJpegGrey(portrait.subarray(0, 400))).toBeNull();
    expect(readJpegGrey(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBeNull();
    for (let at = 20; at < portrait.length; at += 97) {
      const bytes = Uint8Array.from(portrait);
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      const grey = readJpegGrey(bytes);
      expect(grey === null || grey.pixels.length === grey.width * grey.height).toBe(true);
    }
  });
});

describe('the day of a picture', () => {
  it('is told by its Exif segment', () => {
    expect(pictureTakenOn(taken('2021:05:06 10:00:00'))).toBe('2021-05-06');
    expect(pictureTakenOn(taken('0000:00:00 00:00:00'))).toBeNull();
    expect(pictureTakenOn(portrait)).toBeNull();
    expect(pictureTakenOn(taken('2021:05:06').subarray(0, 40))).toBeNull();
  });
});
