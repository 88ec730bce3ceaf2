import { describe, expect, it } from 'vitest';
import { openTableFile, planWorkbook, unpackPart } from '#documents/formats';
import { workbookBytes } from '../formats/sheet/test-workbook.ts';
import { readXml } from './test-xml.ts';
import { writeDataWorkbook } from './xlsx-data/data-workbook.ts';
import { markWorkbook } from './xlsx-marked/mark-workbook.ts';
import type { SheetMarks } from './xlsx-marked/sheet-marks.ts';

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(pieces));
}

async function textsOf(bytes: Uint8Array, sheet = 0): Promise<string[][]> {
  const file = await openTableFile(bytes);
  const rows = (await Array.fromAsync(file.rows(sheet))).flat();
  return rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
}

/** Every part by its name; all of them must be XML. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const { parts } = await planWorkbook(bytes);
  const texts = new Map<string, string>();
  for (const [name, part] of parts) {
    const text = Buffer.from(await unpackPart(bytes, part)).toString('utf8');
    expect(() => readXml(text), name).not.toThrow();
    texts.set(name, text);
  }
  return texts;
}

describe('a workbook to be filled in', () => {
  it('has heads, examples, rows, choices and notes, and can be read again', async () => {
    const bytes = await whole(
      writeDataWorkbook([
        {
          name: '学历学位',
          columns: [
            { head: '姓名', width: 10, isNeeded: true, note: '必填\n写全名' },
            { head: '学历', width: 12, choices: ['大学', '大专'] },
            { head: '标识', width: 12, isHidden: true },
          ],
          examples: [['示例：张三', '大学']],
          rows: [['李<四>', '', '007']],
        },
        { name: '说明', columns: [{ head: '项目', width: 10 }], rows: [] },
      ]),
    );
    expect(await textsOf(bytes)).toEqual([
      ['姓名', '学历', '标识'],
      ['示例：张三', '大学'],
      ['李<四>', '', '007'],
    ]);
    expect((await openTableFile(bytes)).sheets.map(({ name, isHidden }) => `${name} ${isHidden}`)).toEqual([
      '学历学位 false',
      '说明 false',
      '选项 true',
    ]);
    const sheet = (await partsOf(bytes)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain("<formula1>'选项'!$A$2:$A$3</formula1>");
    expect(sheet).toContain('prompt="必填&#10;写全名"');
    expect(sheet).toContain('hidden="1"');
  });
});

describe('a marked copy', () => {
  const marks: SheetMarks = {
    sheet: 0,
    headRow: 1,
    head: '错误说明',
    marks: [
      { row: 2, column: 1, text: '日期不对' },
      { row: 2, column: 3, text: '没有填写' },
      { row: 4, column: 0, text: '查无此人' },
    ],
  };
  const source = (also: Record<string, string> = {}) =>
    workbookBytes(
      [
        {
          name: '一',
          rows:
            '<row r="1" spans="1:3"><c r="A1" s="1"><v>1</v></c></row><row r="2" spans="1:3"><c r="A2" s="1"><v>2</v></c>' +
            '<c r="B2" s="1" t="str"><f>A1&amp;"x"</f><v>1x</v></c><c r="C2"><v>3</v></c></row><row r="4"/>',
          after: '<pageMargins left="1"/><tableParts count="0"/>',
        },
      ],
      {
        'xl/styles.xml':
          '<styleSheet><fills count="2"><fill/><fill/></fills><cellXfs count="2"><xf numFmtId="0"/>' +
          '<xf numFmtId="14" fillId="1" applyFill="1"><alignment/></xf></cellXfs></styleSheet>',
        'docProps/app.xml': '<Properties>样板</Properties>',
        ...also,
      },
    );

  it('colours wrong cells, notes what is wrong, and adds a column', async () => {
    const marked = await whole(markWorkbook(source(), marks));
    expect(await textsOf(marked)).toEqual([
      ['1900-01-01', '', '', '', '错误说明'],
      ['1900-01-02', '1x', '3', '', '日期不对\n没有填写'],
      ['', '', '', '', '查无此人'],
    ]);
    const parts = await partsOf(marked);
    expect(parts.get('docProps/app.xml')).toBe('<Properties>样板</Properties>');
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<c r="B2" t="str" s="3"><f>A1&amp;"x"</f>');
    expect(sheet).toContain('<c r="D2" s="2"/>');
    expect(sheet).toMatch(/<legacyDrawing [^>]*\/><tableParts/);
    const styles = parts.get('xl/styles.xml') ?? '';
    expect(styles).toContain('<cellXfs count="4">');
    expect(styles).toContain('<xf fillId="2" applyFill="1" numFmtId="14"><alignment/></xf>');
    expect(parts.get('xl/commentsMarked.xml')).toContain('<comment ref="B2"');
    expect(parts.get('[Content_Types].xml')).toContain('Extension="vml"');
    expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain('/xl/shapesMarked.vml');
  });

  it('keeps the notes that the sheet has', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const marked = await whole(
      markWorkbook(
        source({
          'xl/worksheets/_rels/sheet1.xml.rels':
            `<Relationships><Relationship Id="a" Type="${type}/comments" Target="../comments1.xml"/>` +
            `<Relationship Id="b" Type="${type}/vmlDrawing" Target="../drawings/v.vml"/></Relationships>`,
          'xl/comments1.xml':
            '<comments><authors><author>甲</author></authors><commentList><comment ref="B2" authorId="0"><text/></comment></commentList></comments>',
          'xl/drawings/v.vml': '<xml></xml>',
        }),
        marks,
      ),
    );
    const comments = (await partsOf(marked)).get('xl/comments1.xml') ?? '';
    expect(comments.match(/ref="[A-Z]\d"/g)).toEqual(['ref="B2"', 'ref="D2"', 'ref="A4"']);
    expect(comments).toContain('ref="A4" authorId="1"');
  });
});
