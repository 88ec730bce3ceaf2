import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '#documents/render';
import { button, choose } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';
import { fileTexts } from '../support/file-text.ts';

const office = sampleOffice({ persons: 60, name: 'li' });

/** A template of the office: one head line and one line a person. */
async function template(row: readonly string[]): Promise<Buffer> {
  const sheet = {
    name: '名册',
    titles: [{ text: '{标题}' }],
    columns: row.map(() => ({ width: 20 })),
    head: [{ cells: row.map((_, index) => `第${index + 1}列`) }],
    rows: [{ cells: [...row] }],
    page: { orientation: 'portrait' as const },
  };
  return buffer(Readable.from(writeWorkbook({ sheets: [sheet] })));
}

async function uploaded(page: Page, name: string, row: readonly string[]): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('模板文件').setInputFiles({ name, mimeType, buffer: await template(row) });
}

/** Exports the open book as one of the forms on offer and reads the file. */
async function exported(page: Page, form: string, named: RegExp): Promise<string[]> {
  await button(page, '导出').click();
  await page.getByRole('menuitem', { name: form }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('status')
      .filter({ hasText: named })
      .getByRole('link', { name: /^下\s?载$/ })
      .click(),
  ]);
  return fileTexts(readFileSync(await download.path()));
}

describe('a clerk and the rosters of the office', { timeout: 120_000 }, () => {
  it('makes a book, orders its columns, groups it, and takes it away as it looks', async () => {
    const { page, expectClean } = await office.signedIn('desktop');
    await page.getByRole('link', { name: '名册', exact: true }).click();
    await button(page, '新建名册').click();
    await page.getByRole('heading', { level: 1, name: '新名册' }).waitFor();
    await button(page, '设置').click();
    const settings = page.getByRole('complementary', { name: '名册设置' });
    await settings.getByLabel('名称').fill('通讯用名册');
    await settings.getByLabel('标题', { exact: true }).fill('样板区干部通讯用名册');
    await choose(page, settings.locator('.ant-select').filter({ hasText: '不分组' }), '按法人单位分组');
    await settings.getByRole('button', { name: '去掉性别' }).click();
    await settings.getByRole('button', { name: '上移姓名' }).click();
    const paper = page.getByRole('region', { name: '预览' }).getByRole('table');
    await paper.getByText('样板区干部通讯用名册', { exact: true }).waitFor();
    await paper
      .getByRole('rowheader', { name: /^.+（\d+人）$/ })
      .first()
      .waitFor();
    const columns = paper.getByRole('columnheader');
    await paper.locator('th:nth-child(2)').getByText('姓名', { exact: true }).waitFor();
    const heads = await columns.allTextContents();
    expect(heads.slice(0, 4)).toEqual(['序号', '姓名', '单位', '出生年月']);
    await button(page, '保存').click();
    await page.getByText('名册已保存').waitFor();
    await expectClean();

    const texts = await exported(page, 'Excel 名册', /^通讯用名册_\d{8}_\d+人\.xlsx/);
    expect(texts[0]).toBe('样板区干部通讯用名册');
    const head = texts.indexOf('序号');
    expect(texts.slice(head, head + heads.length)).toEqual(heads);
    const groups = await paper.getByRole('rowheader').allTextContents();
    expect(groups.length).toBeGreaterThan(1);
    expect(texts.filter((text) => groups.includes(text))).toEqual(groups);

    await page.reload();
    await page.getByRole('heading', { level: 1, name: '通讯用名册' }).waitFor();
    await columns.first().waitFor();
    expect(await columns.allTextContents()).toEqual(heads);
    await expectClean();
  });

  it('uploads a template of the office, is told what is wrong in it and where, and fills the right one', async () => {
    const { page, allow, expectClean } = await office.signedIn('desktop');
    await page.goto('/rosters');
    allow(422);
    await uploaded(page, '本机关名册.xlsx', ['{#人员}{序号}', '{姓名}', '{星座}{/人员}']);
    const refused = page.getByRole('alert').filter({ hasText: '模板没有保存' });
    await refused.getByRole('listitem').getByText('名册!C3：没有名为“星座”的内容').waitFor();
    const templates = page.getByRole('list', { name: '模板' });
    expect(await templates.getByRole('listitem').count()).toBe(0);
    await uploaded(page, '本机关名册.xlsx', ['{#人员}{序号}', '{姓名}', '{职务}{/人员}']);
    await templates.getByText('本机关名册.xlsx').waitFor();
    await refused.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: '花名册', exact: true }).click();
    const paper = page.getByRole('region', { name: '预览' }).getByRole('table');
    await paper.getByText(/^共\d+人$/).waitFor();
    const names = await paper.getByRole('row').locator('td:nth-child(3)').allTextContents();
    expect(names.length).toBeGreaterThan(30);
    const texts = await exported(page, '按模板：本机关名册.xlsx', /^花名册_\d{8}_\d+人\.xlsx/);
    expect(texts[0]).toBe('干部花名册');
    expect(texts.filter((text) => names.includes(text)).slice(0, names.length)).toEqual(names);
    expect(texts.join('')).not.toMatch(/[{}]/);
    const [name = ''] = names;
    await paper.getByRole('link', { name, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await expectClean();
  });
});
