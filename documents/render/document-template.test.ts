import { strFromU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fillDocumentTemplate, writeTableDocument } from './index.ts';
import { allElements, readXml } from './test-xml.ts';

const part = 'word/document.xml';
const gif = Buffer.from('GIF89a\u0003\u0000\u0004\u0000', 'latin1');

/** A template whose placeholders stand in a paragraph, in rows of a table and in the foot of the page. */
async function templateOf(cells: readonly string[], title = '{标题}'): Promise<Uint8Array> {
  const { docx } = await writeTableDocument({
    titles: [{ text: title }],
    columns: cells.map(() => ({ width: 10 })),
    head: [{ cells: cells.map((_, index) => `第 ${index + 1} 栏`) }],
    rows: [{ cells }, { cells: [{ value: '合计 {人数} 人', columnSpan: cells.length }] }],
    page: { orientation: 'portrait' },
  });
  const files = unzipSync(docx);
  // Word cuts texts into runs wherever one has edited: here after the first letter of a placeholder.
  const body = strFromU8(files[part] ?? new Uint8Array()).replaceAll(
    /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">([^<]*?\{.)([^<]*)<\/w:t><\/w:r>/g,
    '<w:r>$1<w:t xml:space="preserve">$2</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>$3</w:t></w:r>',
  );
  const foot = strFromU8(files['word/footer1.xml'] ?? new Uint8Array()).replace('第 ', '{标题} 第 ');
  return zipSync({ ...files, [part]: Buffer.from(body), 'word/footer1.xml': Buffer.from(foot) });
}

const cells = ['{#人员}{姓名}', '{职务}（{单位}）', '{%照片}{/人员}'];
const data = {
  标题: '名册 <一> & 二',
  单位: '样板区',
  人数: 2,
  人员: [
    { 姓名: '甲一', 职务: '局长\n一级调研员', 照片: gif },
    { 姓名: '乙二', 职务: '科长', 照片: null },
  ],
};

const textOf = (element: Parameters<typeof allElements>[0]): string =>
  allElements(element, 'w:t')
    .map(({ text }) => text)
    .join('');

test('placeholders are filled wherever the runs are cut, rows come once for each person', async () => {
  const files = unzipSync(await fillDocumentTemplate(await templateOf(cells), data));
  const document = readXml(files[part]);
  expect(textOf(document)).toContain('名册 <一> & 二');
  expect(allElements(document, 'w:tr').map(textOf)).toEqual([
    '第 1 栏第 2 栏第 3 栏',
    '甲一局长一级调研员（样板区）',
    '乙二科长（样板区）',
    '合计 2 人',
  ]);
  expect(allElements(document, 'w:br')).toHaveLength(1);
  expect(textOf(readXml(files['word/footer1.xml']))).toContain('名册 <一> & 二 第 ');
});

test('a picture goes in with its part, its relation and its type; other parts stay byte for byte', async () => {
  const template = await templateOf(cells);
  const [before, files] = [unzipSync(template), unzipSync(await fillDocumentTemplate(template, data))];
  const [blip, ...more] = allElements(readXml(files[part]), 'a:blip');
  expect(more).toEqual([]);
  const relations = allElements(readXml(files['word/_rels/document.xml.rels']), 'Relationship');
  const relation = relations.find(({ attributes }) => attributes['Id'] === blip?.attributes['r:embed']);
  expect(Buffer.from(files[`word/${relation?.attributes['Target']}`] ?? []).equals(gif)).toBe(true);
  const types = allElements(readXml(files['[Content_Types].xml']), 'Default');
  expect(types.filter(({ attributes }) => attributes['Extension'] === 'gif')).toHaveLength(1);
  for (const name of ['word/styles.xml', 'word/settings.xml', 'word/fontTable.xml', '_rels/.rels']) {
    expect(Buffer.from(files[name] ?? []).equals(before[name] ?? Buffer.alloc(1)), name).toBe(true);
  }
});

test('over nobody the row stays once, empty', async () => {
  const files = unzipSync(await fillDocumentTemplate(await templateOf(cells), { ...data, 人员: [] }));
  expect(allElements(readXml(files[part]), 'w:tr').map(textOf)).toEqual([
    '第 1 栏第 2 栏第 3 栏',
    '（样板区）',
    '合计 2 人',
  ]);
});

test('every fault is told with its place', async () => {
  const filled = async (...template: Parameters<typeof templateOf>) =>
    fillDocumentTemplate(await templateOf(...template), data);
  await expect(filled(['{#人员}', '{名}'], '{题}{#人员}')).rejects.toMatchObject({
    code: 'template-content',
    faults: [
      '第 1 段：没有名为“题”的内容',
      '第 1 段：{#人员} 应写在表格的行中',
      '第 1 个表格第 2 行：没有名为“名”的内容',
      '第 1 个表格第 2 行：{#人员} 没有对应的 {/人员}',
    ],
  });
  await expect(filled(['{#人员}{/人员}{#人员}{/人员}'])).rejects.toMatchObject({
    code: 'template-content',
  });
  await expect(fillDocumentTemplate(zipSync({ a: new Uint8Array(1) }), data)).rejects.toMatchObject({
    code: 'template-file',
  });
});
