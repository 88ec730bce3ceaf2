import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeTableDocument, type PrintedTable, type TableRow } from './index.ts';
import { rosterTable, statisticsTable } from './test-tables.ts';
import { allElements, readXml, type XmlElement } from './test-xml.ts';

async function documentOf(table: PrintedTable): Promise<XmlElement> {
  return readXml(unzipSync((await writeTableDocument(table)).docx)['word/document.xml']);
}

const spanOf = (cell: XmlElement) => Number(allElements(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1);

test('the head is repeated, its spans are merged, every row fills the grid', async () => {
  const document = await documentOf(statisticsTable);
  const columns = allElements(document, 'w:gridCol').length;
  const rows = allElements(document, 'w:tr');
  expect(columns).toBe(11);
  expect(rows.map((row) => allElements(row, 'w:tblHeader').length)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  for (const row of rows) {
    expect(allElements(row, 'w:tc').reduce((sum, cell) => sum + spanOf(cell), 0)).toBe(columns);
  }
  const merges = rows.map((row) => allElements(row, 'w:vMerge').map(({ attributes }) => attributes['w:val']));
  expect(merges.slice(0, 3)).toEqual([['restart', 'restart'], [undefined, undefined], []]);
  const texts = rows.map((row) => allElements(row, 'w:t').map(({ text }) => text));
  expect(texts[2]).toEqual([
    '合计',
    '100',
    '100.0%',
    '30',
    '30.0%',
    '70',
    '70.0%',
    '20',
    '20.0%',
    '80',
    '80.0%',
  ]);
});

test('every part is well-formed; a picture is in once; the sheet lies as told', async () => {
  const gif = Buffer.from('GIF89a\u0003\u0000\u0004\u0000', 'latin1');
  const { docx, notes } = await writeTableDocument(rosterTable(3, gif));
  const files = unzipSync(docx);
  for (const [name, bytes] of Object.entries(files)) if (/\.(xml|rels)$/.test(name)) readXml(bytes);
  expect(Object.keys(files).filter((name) => name.includes('media'))).toEqual(['word/media/picture1.gif']);
  expect(notes).toEqual([]);
  const size = (document: XmlElement) => allElements(document, 'w:pgSz')[0]?.attributes['w:w'];
  expect(size(readXml(files['word/document.xml']))).toBe('11906');
  expect(size(await documentOf(statisticsTable))).toBe('16838');
});

test('what is not in the file is told, what Word cannot hold is refused', async () => {
  const table = { ...rosterTable(1, Buffer.from('no picture')), titles: [] };
  const row = { cells: ['a\u0001'] };
  expect(
    (
      await writeTableDocument({
        ...table,
        rows: (async function* () {
          yield row;
          yield* table.rows;
        })(),
      })
    ).notes,
  ).toEqual([
    { kind: 'controlCharacter', place: '第 2 行第 1 列' },
    { kind: 'picture', place: '第 3 行第 2 列' },
  ]);
  const columns = Array.from({ length: 64 }, () => ({ width: 5 }));
  await expect(documentOf({ ...table, head: [], columns })).rejects.toMatchObject({
    code: 'table-too-large',
  });
});

test('a long table is several that look like one: the head in the header of the pages, no rule drawn twice', async () => {
  const { docx } = await writeTableDocument(rosterTable(450));
  const files = unzipSync(docx);
  const document = readXml(files['word/document.xml']);
  const tables = allElements(document, 'w:tbl');
  expect(tables.map((table) => allElements(table, 'w:tr').length)).toEqual([101, 100, 100, 100, 50]);
  expect(allElements(document, 'w:tblHeader')).toEqual([]);
  expect(new Set(tables.map((table) => allElements(table, 'w:gridCol').length))).toEqual(new Set([6]));
  const rules = tables.map((table) =>
    allElements(table, 'w:top').map(({ attributes }) => attributes['w:val']),
  );
  // The cell insets come first; then the cells of the first row.
  expect(rules.map(([, ...cells]) => cells.slice(0, 7))).toEqual([
    Array.from({ length: 7 }, () => 'single'),
    ...Array.from({ length: 4 }, () => [...Array.from({ length: 6 }, () => 'nil'), 'single']),
  ]);
  const words = (part: string) => allElements(readXml(files[part]), 'w:t').map(({ text }) => text);
  expect(words('word/header1.xml')).toEqual(['序号', '姓名', '公民身份号码', '性别', '现任职务', '备注']);
  expect(words('word/header2.xml')).toEqual([]);
  const references = ['w:headerReference', 'w:footerReference'].map((name) =>
    allElements(document, name).map(({ attributes }) => attributes['w:type']),
  );
  expect(references).toEqual([
    ['default', 'first'],
    ['default', 'first'],
  ]);
  for (const [name, bytes] of Object.entries(files)) if (/\.(xml|rels)$/.test(name)) readXml(bytes);
});

test('a long table is not divided where a cell reaches down or a heading would be left behind', async () => {
  const { rows, ...table } = rosterTable(450);
  const changed = [...(rows as Iterable<TableRow>)].map((row, index): TableRow => {
    if (index === 99) return { cells: ['标题'], keepWithNext: true };
    if (index === 200) return { cells: [{ value: '两行', rowSpan: 2 }, ...row.cells.slice(1)] };
    return index === 201 ? { cells: row.cells.slice(1) } : row;
  });
  const document = await documentOf({ ...table, rows: changed });
  const sizes = allElements(document, 'w:tbl').map((each) => allElements(each, 'w:tr').length);
  expect(sizes).toEqual([102, 101, 100, 100, 48]);
});
