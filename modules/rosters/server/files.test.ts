import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { writeTableDocument, writeWorkbook, type PrintedTable } from '#documents/render';
import type { OperationOutput } from '#platform/model';
import type { previewRoster, Roster, uploadRosterTemplate } from '#modules/rosters';
import { actorOf, openRosterOffice, predefined, type Refused, type RosterOffice } from './test-rosters.ts';

const execute = promisify(execFile);
const clerk = actorOf('clerk');
let office: RosterOffice;

beforeEach(async () => {
  office = await openRosterOffice(60);
}, 30_000);

/** A file as LibreOffice reads it: the lines of its (last) sheet, or the text of its pages. */
async function readByOffice(bytes: Uint8Array, format: 'xlsx' | 'docx'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-roster-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, `roster.${format}`), bytes);
  const filter =
    format === 'xlsx'
      ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
      : 'txt:Text (encoded):UTF8';
  const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter];
  await execute('soffice', [...options, '--outdir', folder, join(folder, `roster.${format}`)]);
  const name = format === 'xlsx' ? 'roster-名册.csv' : 'roster.txt';
  return readFileSync(join(folder, name), 'utf8');
}

/** The text of the pages of a PDF, without blanks. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-roster-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'roster.pdf');
  writeFileSync(path, bytes);
  const { stdout } = await execute('pdftotext', ['-raw', path, '-']);
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s/g, ''));
}

async function fileOf(
  form: object,
  roster = predefined('干部名册'),
): Promise<{ total: number; bytes: Buffer }> {
  const status = await office.exported(clerk, { source: { roster }, form });
  expect(status).toMatchObject({ state: 'done', message: '' });
  const { bytes } = await office.send(clerk, 'GET', `/rosters/exports/${status.id}/file`);
  expect(bytes.length).toBe(status.size);
  return { total: status.total, bytes };
}

async function firstNames(): Promise<string[]> {
  const roster = { ...predefined('干部名册'), grouping: 'institution' };
  const { body } = await office.send<OperationOutput<typeof previewRoster>>(
    clerk,
    'POST',
    '/rosters/preview',
    {
      roster,
      size: 200,
    },
  );
  return body.rows.flatMap((row) => {
    const name = row.kind === 'person' ? row.cells[2] : null;
    return typeof name === 'string' ? [name] : [];
  });
}

/** A template of the office: heads, and one row for the people. */
function template(row: readonly string[]): PrintedTable {
  return {
    titles: [{ text: '{标题}' }],
    subLine: { right: '截止时间：{截止时间}' },
    columns: row.map(() => ({ width: 20 })),
    head: [{ cells: row.map((_, index) => `第${index + 1}列`) }],
    rows: [{ cells: [...row] }],
    page: { orientation: 'portrait' },
  };
}

async function workbook(row: readonly string[]): Promise<Buffer> {
  return buffer(Readable.from(writeWorkbook({ sheets: [{ ...template(row), name: '名册' }] })));
}

type Uploaded = OperationOutput<typeof uploadRosterTemplate>;

describe('LibreOffice 打开导出的名册', () => {
  it('xlsx：每人一行，次序与预览相同', async () => {
    const { bytes, total } = await fileOf({ kind: 'table', format: 'xlsx' });
    const text = await readByOffice(bytes, 'xlsx');
    const names = await firstNames();
    expect(names).toHaveLength(total);
    expect(text).toContain('截止时间：');
    expect(text).toContain('全日制学历学位及院校');
    const seen = [...text.matchAll(/^(\d+),[^,]+,([^,]+),/gm)].map(([, number, name]) => [number, name]);
    expect(seen).toEqual(names.map((name, index) => [String(index + 1), name]));
  }, 60_000);

  it('docx 和照片名册：每个人都在', async () => {
    const names = await firstNames();
    for (const kind of ['table', 'photos']) {
      const { bytes } = await fileOf({ kind, format: 'docx' });
      const text = await readByOffice(bytes, 'docx');
      expect(names.filter((name) => !text.includes(name))).toEqual([]);
    }
  }, 60_000);
});

describe('PDF 名册', () => {
  it('每个人都在，分组的标题不落在页末，每页有表头和页码', async () => {
    const names = await firstNames();
    for (const kind of ['table', 'photos']) {
      const { bytes } = await fileOf({ kind, format: 'pdf' });
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const pages = await pagesOf(bytes);
      const text = pages.join('');
      expect(names.filter((name) => !text.includes(name))).toEqual([]);
      expect(text).toContain('截止时间：');
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(`第${index + 1}页共${pages.length}页`);
        expect(page).not.toMatch(/（\d+人）第\d+页/);
      }
      const people = pages.filter((page) => page.includes('全日制学历学位及院校'));
      expect(people.length > 1).toBe(kind === 'table');
    }
  }, 60_000);

  it('列少的竖排在 A4 纸上，列多的横排，更多的用 A3 纸', async () => {
    const sizeOf = async (roster: Roster): Promise<string> => {
      const { bytes } = await fileOf({ kind: 'table', format: 'pdf' }, roster);
      return /MediaBox\[0 0 (\d+\.?\d* \d+\.?\d*)\](?!.*MediaBox)/s.exec(bytes.toString('latin1'))?.[1] ?? '';
    };
    const book = predefined('干部名册');
    expect(await sizeOf(predefined('花名册'))).toBe('595.276 841.89');
    expect(await sizeOf(book)).toBe('841.89 595.276');
    const columns = [...book.columns, ...book.columns.slice(3, 10)];
    expect(await sizeOf({ ...book, columns })).toBe('1190.551 841.89');
  }, 60_000);
});

describe('名册模板', () => {
  it('写错的占位符在上传时逐一指出位置', async () => {
    const bytes = await workbook(['{#人员}{序号}', '{姓名}', '{星座}{/人员}']);
    const { status, body } = await office.upload<Refused>(clerk, '/rosters/templates', '坏模板.xlsx', bytes);
    expect([status, body.error.code]).toEqual([422, 'roster-template']);
    expect(body.error.message).toContain('名册!C4：没有名为“星座”的内容');
    expect(body.error.details['problems']).toHaveLength(1);
    const text = await office.upload<Refused>(clerk, '/rosters/templates', '说明.txt', Buffer.from('x'));
    expect(text.status).toBe(400);
    const broken = await office.upload<Refused>(clerk, '/rosters/templates', '坏.docx', Buffer.from('x'));
    expect([broken.status, broken.body.error.code]).toEqual([422, 'roster-template']);
  }, 60_000);

  it('Excel 和 Word 模板按占位符填写，可以下载和删除', async () => {
    const row = ['{#人员}{序号}', '{姓名}', '{单位}', '{出生年月年龄}{/人员}'];
    const names = await firstNames();
    const { docx } = await writeTableDocument(template(row));
    for (const [format, bytes] of [
      ['xlsx', await workbook(row)],
      ['docx', Buffer.from(docx)],
    ] as const) {
      const kept = await office.upload<Uploaded>(clerk, '/rosters/templates', `本机关.${format}`, bytes);
      expect(kept.body).toMatchObject({ name: '本机关', format, size: bytes.length });
      const path = `/rosters/templates/${kept.body.id}`;
      expect((await office.send(clerk, 'GET', `${path}/file`)).bytes.equals(bytes)).toBe(true);
      const filled = await fileOf({ kind: 'template', template: kept.body.id });
      const text = await readByOffice(filled.bytes, format);
      expect(text).toContain('干部名册');
      expect(names.filter((name) => !text.includes(name))).toEqual([]);
      expect(text).not.toContain('{');
      expect((await office.send(clerk, 'DELETE', path)).status).toBe(200);
      expect((await office.send(clerk, 'GET', `${path}/file`)).status).toBe(404);
    }
  }, 60_000);
});
