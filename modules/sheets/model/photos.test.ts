import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GreyPicture } from '#documents/formats';
import { checkPhoto, measure } from './photo-checks.ts';
import { claimOfPhoto, matchPhoto } from './photo-name.ts';

const portrait = readFileSync(join(import.meta.dirname, '../../../fixtures/district/portraits/01.jpg'));

describe('the name of a photo', () => {
  it.each([
    ['张三.jpg', '张三', ''],
    ['三科/张三_99001019721105001x.JPG', '张三', '99001019721105001X'],
    ['99001019721105001X.pic', '', '99001019721105001X'],
    ['003张三（照片）.png', '张三', ''],
    ['买买提·吐尔逊 照片.jpg', '买买提·吐尔逊', ''],
    ['IMG_0012.jpg', '', ''],
  ])('%s', (file, name, nationalId) => {
    expect(claimOfPhoto(file)).toMatchObject({ name, nationalId });
  });

  it('is enough where only one bears it', () => {
    const person = (id: string) => ({
      id,
      name: '张三',
      nationalId: '',
      birth: '1972-11',
      units: [],
      unitName: '',
    });
    const said = claimOfPhoto('张三.jpg');
    expect(matchPhoto(said, [person('a')])).toMatchObject({ person: { id: 'a' } });
    expect(matchPhoto(said, [person('a'), person('b')])).toMatchObject({
      problem: { code: 'person-unclear' },
    });
    expect(matchPhoto(claimOfPhoto('1.jpg'), [])).toMatchObject({ problem: { code: 'person-missing' } });
  });
});

describe('a photo', () => {
  /** A picture made of a rule. */
  const drawn = (rule: (x: number, y: number) => number): GreyPicture => ({
    width: 240,
    height: 300,
    pixels: Uint8Array.from({ length: 240 * 300 }, (_, index) => rule(index % 240, Math.floor(index / 240))),
  });

  it('of usual size and shape is fine', () => {
    expect(checkPhoto(portrait, '2026-11-25')).toMatchObject({
      width: 240,
      height: 300,
      takenOn: null,
      doubts: [],
    });
    expect(checkPhoto(new Uint8Array([1, 2, 3]), '2026-11-25')).toBeNull();
  });

  it('is told empty or blurred by its brightness', () => {
    expect(measure(drawn(() => 200)).spread).toBe(0);
    const soft = measure(drawn((x, y) => 128 + 100 * Math.sin(x / 30) * Math.cos(y / 30)));
    expect(soft.spread).toBeGreaterThan(10);
    expect(soft.sharpness).toBeLessThan(1.6);
    expect(measure(drawn((x, y) => (((x >> 3) + (y >> 3)) % 2 === 0 ? 40 : 200))).sharpness).toBeGreaterThan(
      1000,
    );
  });

  it('too small or too wide is doubtful', () => {
    const png = Buffer.alloc(30);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    png.writeUInt32BE(150, 16);
    png.writeUInt32BE(100, 20);
    expect(checkPhoto(png, '2026-11-25')?.doubts.map(({ code }) => code)).toEqual([
      'photo-small',
      'photo-ratio',
    ]);
  });
});
