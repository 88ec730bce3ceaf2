import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeWorkbook, type PrintedTable, type Sheet, type TableNote } from './index.ts';
import { rosterTable, statisticsTable } from './test-tables.ts';
import { allElements, readXml, type XmlElement } from './test-xml.ts';

async function written(
  ...sheets: Sheet[]
): Promise<{ files: Record<string, Uint8Array>; notes: readonly TableNote[] }> {
  const book = writeWorkbook({ sheets });
  const pieces: Uint8Array[] = [];
  for await (const piece of book) pieces.push(piece);
  return { files: unzipSync(Buffer.concat(pieces)), notes: book.notes };
}

async function sheetOf(table: PrintedTable): Promise<XmlElement> {
  return readXml((await written({ name: '表', ...table })).files['xl/worksheets/sheet1.xml']);
}

const plainTable = (cells: PrintedTable['rows']): PrintedTable => ({
  titles: [],
  columns: [{ width: 10 }, { width: 10 }],
  head: [],
  rows: cells,
  page: { orientation: 'portrait' },
});

/** What a program reads from a cell: it undoes the escapes of the format. */
const textOf = (cell: XmlElement | undefined): string =>
  (cell ? allElements(cell, 't') : [])
    .map(({ text }) => text)
    .join('')
    .replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

test('every part is well-formed, and every relation leads to a part', async () => {
  const png = Buffer.alloc(30);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  png.writeUInt32BE(300, 16);
  png.writeUInt32BE(400, 20);
  const { files, notes } = await written(
    { name: '统计', ...statisticsTable },
    { name: "甲'乙 & 丙", ...rosterTable(3, png) },
  );
  expect(notes).toEqual([]);
  for (const [name, bytes] of Object.entries(files)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const root = readXml(bytes);
    const folder = name.replace(/_rels\/[^/]+$/, '');
    for (const { attributes } of allElements(root, 'Relationship')) {
      const target = new URL(attributes['Target'] ?? '', `file:///${folder}`).pathname.slice(1);
      expect(Object.keys(files), `${name}: ${target}`).toContain(target);
    }
  }
  const media = Object.keys(files).filter((name) => name.startsWith('xl/media/'));
  expect(media, 'the same picture is stored once').toHaveLength(1);
  expect(Buffer.from(files[media[0] ?? ''] ?? []).equals(png)).toBe(true);
  const drawing = readXml(files['xl/drawings/drawing1.xml']);
  const extents = allElements(drawing, 'xdr:ext');
  expect(extents).toHaveLength(3);
  expect(Number(extents[0]?.attributes['cy']) / Number(extents[0]?.attributes['cx'])).toBeCloseTo(4 / 3, 3);
  const names = allElements(readXml(files['xl/workbook.xml']), 'definedName').map(({ text }) => text);
  expect(names).toEqual(["'统计'!$3:$4", "'甲''乙 & 丙'!$4:$4"]);
});

test('heads, titles and spans are merged, title and head stay in view, the sheet is printed as told', async () => {
  const sheet = await sheetOf(statisticsTable);
  const merged = allElements(sheet, 'mergeCell').map(({ attributes }) => attributes['ref']);
  expect(merged).toEqual([
    'A1:K1',
    'A2:E2',
    'F2:K2',
    'A3:A4',
    'B3:C4',
    'D3:G3',
    'H3:K3',
    'D4:E4',
    'F4:G4',
    'H4:I4',
    'J4:K4',
    'A11:K11',
  ]);
  expect(allElements(sheet, 'pane')[0]?.attributes).toMatchObject({ ySplit: '4', topLeftCell: 'A5' });
  expect(allElements(sheet, 'pageSetup')[0]?.attributes).toMatchObject({
    paperSize: '9',
    orientation: 'landscape',
    fitToWidth: '1',
    fitToHeight: '0',
  });
  expect(allElements(sheet, 'oddFooter')[0]?.text).toContain('第 &P 页 共 &N 页');
  const rows = allElements(sheet, 'row');
  expect(rows.map(({ attributes }) => Number(attributes['r']))).toEqual(rows.map((_, index) => index + 1));
});

test('any text comes back as it was but for what XML cannot hold, and is never a formula', async () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[=+\-@][A-Z0-9()!|]{1,9}$/),
    fc.constantFrom(
      '_x0041_',
      '__x000D__',
      ']]>',
      '<&">',
      '\u0001',
      '\ud83d',
      '\uffff',
      '㐂𬀩',
      '11010119721100123X',
    ),
  );
  const texts = fc.array(unit, { maxLength: 6 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { files, notes } = await written({ name: '表', ...plainTable([{ cells: [text] }]) });
      const sheet = readXml(files['xl/worksheets/sheet1.xml']);
      const kept = text.replaceAll(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu,
        '',
      );
      expect(textOf(allElements(sheet, 'c')[0])).toBe(kept.replaceAll(/\r\n?/g, '\n'));
      expect(allElements(sheet, 'f')).toEqual([]);
      expect(notes).toEqual(kept === text ? [] : [{ kind: 'controlCharacter', place: '表!A1' }]);
    }),
    { seed: 16, numRuns: 300 },
  );
});

test('numbers are numbers with their format, texts of digits are texts', async () => {
  const { files } = await written({
    name: '表',
    ...plainTable([{ cells: [{ value: 0.125, style: { format: '0.0%' } }, '0012'] }]),
  });
  const [number, text] = allElements(readXml(files['xl/worksheets/sheet1.xml']), 'c');
  const looks = readXml(files['xl/styles.xml']);
  const formatOf = (cell: XmlElement | undefined) =>
    allElements(looks, 'cellXfs')[0]?.children[Number(cell?.attributes['s'])]?.attributes['numFmtId'];
  expect(number && allElements(number, 'v')[0]?.text).toBe('0.125');
  expect(allElements(looks, 'numFmt')[0]?.attributes).toEqual({
    numFmtId: formatOf(number),
    formatCode: '0.0%',
  });
  expect(text?.attributes['t']).toBe('inlineStr');
  expect(formatOf(text)).toBe('49');
});

test.each([
  ['cell-too-long', plainTable([{ cells: ['字'.repeat(32_768)] }])],
  ['cell-number', plainTable([{ cells: [Number.NaN] }])],
  ['table-shape', plainTable([{ cells: ['1', '2', '3'] }])],
  ['table-shape', plainTable([{ cells: [{ value: '1', rowSpan: 2 }] }])],
  ['table-shape', plainTable([{ cells: [{ value: '1', columnSpan: 3 }] }])],
  ['table-too-large', { ...plainTable([]), columns: [] }],
])('what no spreadsheet can hold is refused: %s', async (code, table) => {
  await expect(sheetOf(table)).rejects.toMatchObject({ name: 'RenderProblem', code });
});

test('more rows than a sheet has are refused', { timeout: 60_000 }, async () => {
  function* endless() {
    const row = { cells: [1] };
    for (;;) yield row;
  }
  const book = writeWorkbook({ sheets: [{ name: '表', ...plainTable(endless()) }] });
  await expect(
    (async () => {
      for await (const piece of book) expect(piece.length).toBeGreaterThan(0);
    })(),
  ).rejects.toMatchObject({ code: 'table-too-large' });
});

test.each(['', 'a/b', "'a", '甲'.repeat(32), 'History'])(
  'the name %j of a sheet is refused',
  async (name) => {
    await expect(written({ name, ...statisticsTable })).rejects.toMatchObject({ code: 'sheet-name' });
  },
);

test('rows are asked for only as the reader takes the pieces, and are let go when it stops', async () => {
  let asked = 0;
  let closed = false;
  function* rows() {
    try {
      for (; asked < 200_000; asked += 1) yield { cells: [`第 ${asked} 行`, Math.sin(asked)] };
    } finally {
      closed = true;
    }
  }
  const pieces = writeWorkbook({ sheets: [{ name: '表', ...plainTable(rows()) }] })[Symbol.asyncIterator]();
  for (let taken = 0; taken < 6; taken += 1) await pieces.next();
  expect(asked).toBeLessThan(100_000);
  await pieces.return?.();
  await expect.poll(() => closed).toBe(true);
});
