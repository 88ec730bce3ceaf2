import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../gb18030.ts';
import { encodeUtf8 } from '../host.ts';
import { packFile, zip } from '../../render/zip.ts';
import { openTableFile } from './open-table-file.ts';
import { numberLook, serialDate } from './number-format.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { workbookBytes } from './test-workbook.ts';

async function readAll(bytes: Uint8Array, sheet = 0) {
  const file = await openTableFile(bytes);
  const rows = file.rows(sheet);
  const all = (await Array.fromAsync(rows)).flat();
  return {
    file,
    all,
    merged: rows.merged,
    texts: all.map(({ cells }) => cells.map((cell) => cell?.text ?? '')),
  };
}

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readAll(bytes);
  } catch (error) {
    if (error instanceof SheetRefusal) return `${error.code} ${error.message}`;
    throw error;
  }
  return '';
}

describe('a workbook', () => {
  it('gives every kind of cell as one reads it', async () => {
    const { all } = await readAll(
      workbookBytes(
        [
          {
            name: '一',
            rows:
              '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r>' +
              '<rPh><t>x</t></rPh></is></c><c r="D2"><v>3.3000000000000003</v></c><c r="E2" t="b"><v>1</v></c>' +
              '<c r="F2" t="str"><f>A1&amp;"x"</f><v>缓存</v></c><c r="G2" t="e"><v>#N/A</v></c>' +
              '<c r="H2" s="1"><v>26608</v></c><c r="I2" s="2"><v>26604</v></c><c r="J2" s="3"><v>1972.1</v></c>' +
              '<c r="K2"><v>9.9092819721105E+17</v></c></row><row hidden="1"><c><v>1</v></c></row>',
            after: '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>',
          },
        ],
        {
          'xl/sharedStrings.xml': '<sst><si><t xml:space="preserve"> 张&amp;三_x000D_\n</t></si></sst>',
          'xl/styles.xml':
            '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>' +
            '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs></styleSheet>',
        },
      ),
    );
    expect(all[0]?.number).toBe(2);
    expect(all[0]?.cells.map((cell) => cell && [cell.text, cell.kind])).toEqual([
      [' 张&三\n', 'text'],
      null,
      ['甲乙', 'text'],
      ['3.3', 'number'],
      ['是', 'boolean'],
      ['缓存', 'text'],
      ['#N/A', 'error'],
      ['1972-11-05', 'date'],
      ['1972-11', 'date'],
      ['1972.10', 'number'],
      ['990928197211050000', 'number'],
    ]);
    expect(all[1]).toMatchObject({ number: 3, isHidden: true });
  });

  it('tells sheets, merged cells and dates from 1904', async () => {
    const bytes = workbookBytes(
      [
        { name: '封面', rows: '<row r="1"><c r="A1"/></row>' },
        {
          name: '数据',
          rows: '<row r="1"><c r="A1" t="d"><v>1972-11-05T00:00:00</v></c></row>',
          after: '<mergeCells><mergeCell ref="B1:C2"/></mergeCells>',
        },
        { name: '键', rows: '', state: 'veryHidden' },
      ],
      {},
      '<workbookPr date1904="1"/>',
    );
    const { file, merged, texts } = await readAll(bytes, 1);
    expect(file.sheets).toEqual([
      { name: '封面', isHidden: false },
      { name: '数据', isHidden: false },
      { name: '键', isHidden: true },
    ]);
    expect(file.is1904).toBe(true);
    expect(merged).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 2 }]);
    expect(texts).toEqual([['1972-11-05']]);
    expect((await readAll(bytes, 0)).all).toEqual([]);
  });

  it('may use other prefixes and CDATA', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const { texts } = await readAll(
      workbookBytes([{ name: '一', rows: '' }], {
        'xl/worksheets/sheet1.xml':
          `<x:worksheet xmlns:x="${main}"><!-- a > b --><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is>` +
          '<x:t><![CDATA[<张三>]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      }),
    );
    expect(texts).toEqual([['<张三>']]);
  });
});

describe('numbers', () => {
  it('are dates by their format', () => {
    expect(numberLook(164, 'yyyy/mm/dd').date).toBe('day');
    expect(numberLook(164, '[$-804]yyyy"年"m"月";@').date).toBe('month');
    expect(numberLook(164, 'yyyy').date).toBe('year');
    expect(numberLook(164, 'h:mm:ss').date).toBe('time');
    expect(numberLook(164, '0.00_ ').decimals).toBe(2);
    expect(numberLook(164, '"d"0')).toEqual({ date: null, decimals: 0 });
    expect(numberLook(164, 'General').date).toBeNull();
    expect(numberLook(57, undefined).date).toBe('month');
  });

  it('count days from 1900 or 1904', () => {
    expect(serialDate(1, false)).toBe('1900-01-01');
    expect(serialDate(59, false)).toBe('1900-02-28');
    expect(serialDate(61, false)).toBe('1900-03-01');
    expect(serialDate(26608.75, false)).toBe('1972-11-05');
    expect(serialDate(26608 - 1462, true)).toBe('1972-11-05');
    expect(serialDate(0, false)).toBeNull();
    expect(serialDate(9e9, false)).toBeNull();
  });
});

describe('a text file', () => {
  const expected = [
    ['姓名', '备注'],
    ['张三', '一,"二"\n三'],
    ['', '末'],
  ];
  const text = '姓名,备注\r\n张三,"一,""二""\r\n三"\r\n,,\r\n,末,';

  it.each([
    ['UTF-8', encodeUtf8(text)],
    ['UTF-8 with a mark', encodeUtf8(`\ufeff${text}`)],
    ['GBK', encodeGb18030(text).bytes],
  ])('is read in %s', async (_, bytes) => {
    const { texts, all } = await readAll(bytes);
    expect(texts).toEqual(expected);
    expect(all.map(({ number }) => number)).toEqual([1, 2, 4]);
  });

  it('may have tabs or semicolons', async () => {
    expect((await readAll(encodeUtf8('甲;乙,丙\n1;2'))).texts[1]).toEqual(['1', '2']);
    expect((await readAll(encodeUtf8('甲\t乙\n1\t"2"'))).texts[1]).toEqual(['1', '2']);
  });
});

describe('refused with a sentence', () => {
  const compound = (name: string) => {
    const bytes = new Uint8Array(2_048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
    bytes.set(
      Array.from(name).flatMap((sign) => [sign.charCodeAt(0), 0]),
      700,
    );
    return bytes;
  };
  const sheet = (xml: string) =>
    workbookBytes([{ name: '一', rows: '' }], { 'xl/worksheets/sheet1.xml': xml });
  const flipped = () => {
    const bytes = Uint8Array.from(workbookBytes([{ name: '一', rows: '<row><c><v>12345</v></c></row>' }]));
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    return bytes;
  };
  const typed = (type: string) =>
    workbookBytes([{ name: '一', rows: '' }], {
      '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    });

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /空的/],
    ['.xls', compound('Workbook'), /sheet-old-format .*\.xls/],
    ['a password', compound('EncryptedPackage'), /sheet-encrypted/],
    ['old Word', compound('WordDocument'), /sheet-not-a-table/],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), /JPEG/],
    ['a web page', encodeUtf8('<html><table>'), /sheet-old-format/],
    ['a zip of other things', zip([packFile('a.txt', 'x')]), /压缩包/],
    [
      'Word',
      typed('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
      /Word/,
    ],
    ['a foreign type', typed('text/plain'), /sheet-not-a-table/],
    ['half a file', workbookBytes([{ name: '一', rows: '' }]).subarray(0, 600), /sheet-damaged/],
    ['a flipped byte', flipped(), /sheet-damaged/],
    [
      'an external entity',
      sheet('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'),
      /外部引用/,
    ],
    ['an unknown entity', sheet('<worksheet><row><c><v>&e;</v></c></row></worksheet>'), /sheet-damaged/],
    ['an end without a start', sheet('<worksheet></worksheet></x>'), /sheet-damaged/],
    ['a start without an end', sheet('<worksheet><sheetData>'), /sheet-damaged/],
    ['another root', sheet('<html/>'), /sheet-damaged/],
    [
      'a missing text',
      sheet('<worksheet><row r="1"><c r="A1" t="s"><v>9</v></c></row></worksheet>'),
      /sheet-damaged/,
    ],
    ['a bomb', sheet(`<worksheet>${' '.repeat(80 * 1024 * 1024)}</worksheet>`), /sheet-too-large/],
    ['an open quote', encodeUtf8('甲,乙\n"1,2'), /引号/],
    ['bytes of no encoding', Uint8Array.from([0x41, 0x2c, 0xff, 0xff, 0x0a, 0x81]), /编码/],
  ])('%s', async (_, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence);
  });

  it('an end that does not come: a tag that never closes is not searched again and again', async () => {
    expect(await refusal(sheet(`<worksheet><c a="${'>'.repeat(3_000_000)}`))).toMatch(/sheet-/);
  });
});
