import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillWorkbookTemplate, writeWorkbook, type PrintedTable } from './index.ts';
import { allElements, readXml } from './test-xml.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const table: PrintedTable = {
  titles: [{ text: '{标题}' }],
  subLine: { left: '单位：{单位}', right: '截止时间：{截止时间}' },
  columns: [{ width: 8 }, { width: 12 }, { width: 10 }, { width: 20 }],
  head: [{ cells: ['序号', '姓名', '年龄', '现任职务'] }],
  rows: [
    { cells: ['{#人员}{序号}', '{姓名}', '{年龄}', '{职务}（{单位}）{/人员}'], height: 33 },
    { cells: [{ value: '合计', columnSpan: 2 }, '{人数}'] },
  ],
  notes: ['注：{标题}'],
  page: { orientation: 'portrait' },
};
const data = {
  标题: '干部名册 <一>',
  单位: '样板区',
  截止时间: '2026年10月',
  人数: 3,
  人员: [
    { 序号: 1, 姓名: '甲一', 年龄: 45, 职务: '=局长' },
    { 序号: 2, 姓名: '乙二', 年龄: 50, 职务: '科长\n一级主任科员' },
    { 序号: 3, 姓名: '丙三', 年龄: null, 职务: '' },
  ],
};

async function templateOf(changed: Partial<PrintedTable> = {}): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeWorkbook({ sheets: [{ name: '名册', ...table, ...changed }] }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The same template with its texts in one table, as Excel writes them. */
async function withSharedTexts(): Promise<Uint8Array> {
  const files = unzipSync(await templateOf());
  const texts: string[] = [];
  const sheet = Buffer.from(files[sheetPart] ?? [])
    .toString()
    .replaceAll(
      / t="inlineStr"><is>(.*?)<\/is>/g,
      (_, text: string) => ` t="s"><v>${texts.push(text) - 1}</v>`,
    );
  const relations = 'xl/_rels/workbook.xml.rels';
  const related = Buffer.from(files[relations] ?? [])
    .toString()
    .replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    );
  const strings = `<sst>${texts.map((text) => `<si>${text}<rPh sb="0" eb="1"><t>读音</t></rPh></si>`).join('')}</sst>`;
  return zipSync({
    ...files,
    [sheetPart]: Buffer.from(sheet),
    [relations]: Buffer.from(related),
    'xl/sharedStrings.xml': Buffer.from(strings),
  });
}

function rowsOf(bytes: Uint8Array) {
  const sheet = readXml(unzipSync(bytes)[sheetPart]);
  return allElements(sheet, 'row').map((row) => ({
    number: row.attributes['r'],
    height: row.attributes['ht'],
    cells: allElements(row, 'c').map((cell) => ({
      name: cell.attributes['r'],
      style: cell.attributes['s'],
      value: allElements(cell, 't')[0]?.text ?? Number(allElements(cell, 'v')[0]?.text ?? Number.NaN),
    })),
  }));
}

describe.each([
  ['texts in cells', templateOf],
  ['shared texts', withSharedTexts],
])('a template with %s', (_, make) => {
  test('is filled row by row, with the styles and heights that its rows have', async () => {
    const template = await make();
    const [before, rows] = [rowsOf(template), rowsOf(await fillWorkbookTemplate(template, data))];
    expect(rows.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(rows[0]?.cells[0]?.value).toBe('干部名册 <一>');
    expect(rows[1]?.cells.map(({ value }) => value)).toEqual(['单位：样板区', '截止时间：2026年10月']);
    expect(rows[3]?.cells.map(({ value }) => value)).toEqual([1, '甲一', 45, '=局长（样板区）']);
    expect(rows[4]?.cells.map(({ value }) => value)).toEqual([2, '乙二', 50, '科长\n一级主任科员（样板区）']);
    expect(rows[5]?.cells.map(({ value }) => value)).toEqual([3, '丙三', Number.NaN, '（样板区）']);
    expect(rows[6]?.cells[2]).toMatchObject({ name: 'C7', value: 3 });
    for (const row of rows.slice(3, 6)) {
      expect(row.height).toBe('33');
      expect(row.cells.map(({ style }) => style)).toEqual(before[3]?.cells.map(({ style }) => style));
    }
  });

  test('keeps all other parts byte for byte; what is merged below moves', async () => {
    const template = await make();
    const [before, after] = [unzipSync(template), unzipSync(await fillWorkbookTemplate(template, data))];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const others = Object.entries(before).filter(([name]) => name !== sheetPart);
    for (const [name, bytes] of others) expect(Buffer.from(after[name] ?? []).equals(bytes), name).toBe(true);
    const merged = allElements(readXml(after[sheetPart]), 'mergeCell').map(
      ({ attributes }) => attributes['ref'],
    );
    expect(merged).toEqual(['A1:D1', 'A2:C2', 'A7:B7', 'A8:D8']);
    const ignored = allElements(readXml(after[sheetPart]), 'ignoredError')[0];
    expect(ignored?.attributes['sqref']).toBe('A1:D8');
  });
});

test('over nobody the row stays once, empty', async () => {
  const rows = rowsOf(await fillWorkbookTemplate(await templateOf(), { ...data, 人员: [] }));
  expect(rows).toHaveLength(6);
  expect(rows[3]?.cells.map(({ value }) => value)).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    '（样板区）',
  ]);
});

test.each([
  [['{姓名}{没有}'], ['名册!A4：没有名为“姓名”的内容', '名册!A4：没有名为“没有”的内容']],
  [['{#人员}', '{姓名}'], ['名册!A4：{#人员} 没有对应的 {/人员}']],
  [['{/人员}'], ['名册!A4：{/人员} 之前没有 {#人员}']],
  [['{#别人}', '{/别人}'], ['名册!A4：没有名为“别人”的名单']],
  [['{#人员}', '{%照片}', '{/人员}'], ['名册!B4：{%照片} 不能使用，照片只能用在 Word 模板中']],
])('a template with %j is refused with every place', async (cells, faults) => {
  const template = await templateOf({ rows: [{ cells }] });
  await expect(fillWorkbookTemplate(template, data)).rejects.toMatchObject({
    code: 'template-content',
    faults,
  });
});

test('what is no workbook, is too large when unpacked, or has a document type is refused', async () => {
  const files = unzipSync(await templateOf());
  const bomb = zipSync({ ...files, 'xl/media/a.bin': new Uint8Array(101 * 1024 * 1024) }, { level: 1 });
  const evil = zipSync({ ...files, [sheetPart]: Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>') });
  const refusal = (bytes: Uint8Array) =>
    fillWorkbookTemplate(bytes, data).then(
      () => 'filled',
      (error: unknown) => (error as { code: string }).code,
    );
  expect(await refusal(Buffer.from('no zip'))).toBe('template-file');
  expect(await refusal(zipSync({ a: new Uint8Array(1) }))).toBe('template-file');
  expect(await refusal(evil)).toBe('template-file');
  expect(await refusal(bomb)).toBe('template-too-large');
});
