import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeTableDocument, type PrintedTable } from './index.ts';
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
