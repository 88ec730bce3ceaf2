import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { writeTableDocument, writeWorkbook } from '#documents/render';
import { rosterTable, statisticsTable } from '../documents/render/test-tables.ts';
import { officeToPdf, pdfPages } from './support/office.ts';
import { tempFolder } from './support/temp-folder.ts';

const work = tempFolder();
const people = 60;
const pdf = (name: string) => join(work, 'office', `${name}.pdf`);

beforeAll(async () => {
  for (const [name, table] of Object.entries({ 统计表: statisticsTable, 名册: rosterTable(people) })) {
    const pieces: Uint8Array[] = [];
    for await (const piece of writeWorkbook({ sheets: [{ name, ...table }] })) pieces.push(piece);
    writeFileSync(join(work, `${name}-excel.xlsx`), Buffer.concat(pieces));
    writeFileSync(join(work, `${name}-word.docx`), (await writeTableDocument(table)).docx);
  }
  const files = ['统计表-excel.xlsx', '名册-excel.xlsx', '统计表-word.docx', '名册-word.docx'];
  await officeToPdf(
    files.map((file) => join(work, file)),
    join(work, 'office'),
  );
}, 180_000);

/** The text of every page as it stands on the sheet, without spaces within lines. */
function pagesOf(name: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', pdf(name), '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

it.each(['统计表-excel', '统计表-word'])(
  '%s prints on one sheet with title, merged heads and figures',
  (name) => {
    const pages = pagesOf(name);
    expect(pages).toHaveLength(1);
    const lines = (pages[0] ?? '').split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
    const whole = lines.join('\n');
    expect(lines[0]).toContain('样板区科级以上领导干部队伍结构情况统计表');
    expect(whole).toMatch(/填报单位：样板区委组织部 截止时间：2026\s*年\s*10\s*月/);
    expect(whole).toMatch(/性别 学历/);
    expect(whole).toMatch(/女 男 研究生 大学/);
    expect(whole).toMatch(/合计 100 100\.0% 30 30\.0% 70 70\.0% 20 20\.0% 80 80\.0%/);
    expect(whole.replaceAll(' ', '')).toContain('第1页共1页');
  },
);

it.each(['名册-excel', '名册-word'])(
  '%s repeats its head on every page and numbers the pages',
  async (name) => {
    const pages = pagesOf(name);
    expect(pages.length).toBeGreaterThan(1);
    expect(await pdfPages(pdf(name))).toBe(pages.length);
    pages.forEach((page, index) => {
      const text = page.replaceAll(/[ \n]/g, '');
      expect(text).toContain('序号姓名公民身份号码性别现任职务备注');
      expect(text).toContain(`第${index + 1}页共${pages.length}页`);
      expect(text.includes('样板区领导干部名册'), 'the title on the first page only').toBe(index === 0);
    });
    const whole = pages.join('').replaceAll(/\s/g, '');
    expect(whole.match(/=1\+1/g), 'a text that looks like a formula stays a text').toHaveLength(people);
  },
);
