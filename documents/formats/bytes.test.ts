import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formBytes } from '#fixtures/forms';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { encodeGb18030 } from './gb18030.ts';
import { emptyForm, pictureKind, readForm, trimPicture, writeLrm } from './index.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('base64', () => {
  test('is what the host makes of the same bytes, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(Buffer.from(text).toString('latin1')).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual({ bytes, bare: true });
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test.each(['A', 'AAAA=', 'AA=A', 'AAA!', 'AA===', '=AAA'])('%s is none', (text) => {
    const decoded = decodeBase64(ascii(text));
    expect(decoded === null || !decoded.bare).toBe(true);
  });

  test.each(['QQ', 'QR==', ' QQ==', 'QQ\r\n=='])('%j is read, but is not how we write it', (text) => {
    expect(decodeBase64(ascii(text))).toEqual({ bytes: Uint8Array.of(0x41), bare: false });
  });
});

describe('GB18030', () => {
  test('every character comes back, but for the few of the private area that have no code', () => {
    const lost: string[] = [];
    for (let start = 0; start < 0x20000; start += 0x1000) {
      const points = Array.from({ length: 0x1000 }, (_, index) => start + index);
      const text = String.fromCodePoint(...points.filter((point) => point < 0xd800 || point > 0xdfff));
      const encoded = encodeGb18030(text);
      lost.push(...encoded.lost);
      const known = text.replace(/[\ue5e5-\ue864]/g, (sign) => (encoded.lost.includes(sign) ? '?' : sign));
      expect(new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(encoded.bytes)).toBe(known);
    }
    expect(lost).toHaveLength(19);
  });

  test('common characters take two bytes, rare ones four', () => {
    expect([...encodeGb18030('A啊').bytes]).toEqual([0x41, 0xb0, 0xa1]);
    expect(encodeGb18030('𬀩㛃').bytes).toHaveLength(8);
  });
});

describe('.lrm', () => {
  const form = { ...emptyForm(), name: '王㛃', sex: '女', reason: '"', reportingOrg: 'a","b' };

  test('signs of the record inside values are written full-width and named', () => {
    const row = { relation: '妻子', name: '李𬀩', birth: '', politicalStatus: '', workUnitAndPost: 'a@b#c' };
    const { bytes, lost } = writeLrm({
      ...form,
      ftEducation: '大学#本科',
      family: [row],
      filledBy: '\ue5e5',
    });
    expect(lost).toEqual([
      { field: 'reportingOrg', character: '"' },
      { field: 'reportingOrg', character: '"' },
      { field: 'filledBy', character: '\ue5e5' },
      { field: 'ftEducation', character: '#' },
      { field: 'family', character: '@' },
    ]);
    expect(readForm(bytes)).toMatchObject({
      form: {
        name: '王㛃',
        reason: '"',
        reportingOrg: 'a＂,＂b',
        ftEducation: '大学＃本科',
        filledBy: '?',
        family: [{ name: '李𬀩', workUnitAndPost: 'a＠b#c' }],
      },
    });
  });

  test('a 34th field is the ID number', () => {
    const { bytes } = writeLrm(form);
    const text = new TextDecoder('gb18030').decode(bytes).replace('"\r\n', '","99386919800725128x"\r\n');
    expect(readForm(ascii(text))).toMatchObject({ ok: true, form: { nationalId: '99386919800725128X' } });
  });

  test('more members than slots take more slots', () => {
    const row = { relation: '兄弟', name: '王', birth: '', politicalStatus: '', workUnitAndPost: '' };
    const family = Array.from({ length: 15 }, () => row);
    expect(readForm(writeLrm({ ...form, family }).bytes)).toMatchObject({ form: { family } });
  });

  test('what stands in an unused field or behind too many separators is named', () => {
    const fields = new TextDecoder('gb18030').decode(writeLrm(form).bytes).split('","');
    fields[9] = 'a#b#c@d#e@f';
    fields[14] = '某值 & 1';
    const reading = readForm(ascii(fields.join('","')));
    expect(reading.ok && reading.notes.map((note) => note.code)).toEqual([
      'education-misaligned',
      'form-unused-field',
    ]);
    expect(reading).toMatchObject({
      form: {
        ftEducation: 'a',
        ftDegree: 'b c',
        isEducation: 'd',
        isDegree: 'e f',
        unknownElements: ['<LrmZiDuan15>某值 &amp; 1</LrmZiDuan15>'],
      },
    });
  });
});

describe('pictures', () => {
  const jpeg = trimPicture(formBytes('accepted', '石之程7.pic'));
  const chunk = (name: string, ...data: number[]): number[] => [
    0,
    0,
    0,
    data.length,
    ...ascii(name),
    ...data,
    0,
    0,
    0,
    0,
  ];
  const png = Uint8Array.of(
    0x89,
    ...ascii('PNG\r\n\u001a\n'),
    ...chunk('IHDR', 0, 0, 0, 2, 0, 0, 0, 3, 8, 0, 0, 0, 0),
    ...chunk('IDAT', ...ascii('IEND')),
    ...chunk('IEND'),
  );

  test('type and size come from the header', () => {
    expect(pictureKind(jpeg)).toMatchObject({ mediaType: 'image/jpeg', width: 400, height: 500 });
    expect(pictureKind(png)).toEqual({ mediaType: 'image/png', width: 2, height: 3 });
    const bmp = new Uint8Array(30);
    bmp.set([0x42, 0x4d]);
    bmp.set([40, 0, 0, 0, 7, 0, 0, 0, 0xf7, 0xff, 0xff, 0xff], 14);
    expect(pictureKind(bmp)).toEqual({ mediaType: 'image/bmp', width: 7, height: 9 });
    expect(pictureKind(ascii('GIF89a\u0004\u0000\u0005\u0000'))).toEqual({
      mediaType: 'image/gif',
      width: 4,
      height: 5,
    });
  });

  test.each([
    [jpeg.subarray(0, 20)],
    [ascii('BM')],
    [ascii('<svg/>')],
    [new Uint8Array(0)],
    [Uint8Array.of(0xff, 0xd8, 0xff, 0xff, 0xff)],
  ])('no header, no picture', (bytes) => {
    expect(pictureKind(bytes)).toBeNull();
  });

  test('bytes behind the end marker go, whatever they are', () => {
    for (const picture of [jpeg, png]) {
      for (const tail of [[], [0], [0xff, 0xd9], Array.from({ length: 1024 }, () => 0)]) {
        expect(trimPicture(Uint8Array.from([...picture, ...tail]))).toEqual(picture);
      }
    }
  });

  test('an end marker inside a thumbnail or in coded data does not end the picture', () => {
    const segment = [0xff, 0xe1, 0, 8, 0xff, 0xd8, 0xff, 0xd9, 0, 0];
    const scan = [0xff, 0xda, 0, 2, 1, 0xff, 0, 0xd9, 0xff, 0xd0, 2, 0xff, 0xd9];
    const picture = Uint8Array.of(0xff, 0xd8, ...segment, ...scan);
    expect(trimPicture(Uint8Array.of(...picture, 9, 9))).toEqual(picture);
  });

  test('any bytes can be asked', () => {
    const start = fc.constantFrom(
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0x42, 0x4d],
      [],
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 80 }), (first, rest) => {
        const bytes = Uint8Array.from([...first, ...rest]);
        expect(trimPicture(bytes).length).toBeLessThanOrEqual(bytes.length);
        expect(pictureKind(bytes)?.width).not.toBe(0);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
