import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, choose } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';
import { fileTexts } from '../support/file-text.ts';
import { pdfPages } from '../support/office.ts';
import { tempFolder } from '../support/temp-folder.ts';

const office = sampleOffice({ persons: 600, name: 'wei', role: 'leader' });

interface Answer {
  readonly count: number;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
}

/** What the server itself answers. */
async function asked(of: readonly object[], asOf?: string): Promise<Answer> {
  const question = { where: { op: 'all', of } };
  return (await office.client.call<Answer>('POST', '/query', { question, asOf, size: 50 })).body;
}

const woman = { op: 'in', field: 'A01.sexCode', values: ['2'] };
const young = { op: 'between', field: 'age', to: 40 };
const schooled = { op: 'in', field: 'highestEducation', values: ['1', '2'] };

async function unitNamed(name: string): Promise<string> {
  const { units } = (await office.client.call<{ units: { id: string; name: string }[] }>('GET', '/units'))
    .body;
  const unit = units.find((each) => each.name === name);
  if (!unit) throw new Error(`the sample has no unit ${name}`);
  return unit.id;
}

async function expectCount(page: Page, count: number): Promise<void> {
  await page.locator('.query-total').getByText(count.toLocaleString('zh-CN'), { exact: true }).waitFor();
}

describe('a leader with a tablet', { timeout: 120_000 }, () => {
  it('finds people by facets and conditions, compares them, and takes them away as a roster', async () => {
    const { page, expectClean } = await office.signedIn('tablet');
    await page.getByRole('link', { name: '查询', exact: true }).tap();
    const group = (facet: string, name: RegExp) =>
      page.getByRole('region', { name: facet, exact: true }).getByRole('button', { name });
    await group('性别', /^女/).tap();
    await group('年龄', /^35岁以下/).tap();
    await group('年龄', /^36至40岁/).tap();
    await expectCount(page, (await asked([woman, young])).count);
    await group('最高学历', /^研究生/).tap();
    await group('最高学历', /^大学/).tap();
    await expectCount(page, (await asked([woman, young, schooled])).count);

    // The inner group that the two bands stand in has a button of its own, with other words.
    await button(page, '＋ 条件').tap();
    await page.getByLabel('查找条件').fill('单位');
    await page.getByRole('dialog').getByRole('button', { name: '主职务所在机构', exact: true }).tap();
    await page.getByRole('combobox', { name: '主职务所在机构', exact: true }).fill('乡镇');
    await page.locator('.ant-select-tree-title').getByText('乡镇', { exact: true }).tap();
    const towns = { op: 'in', field: 'mainUnit', values: [await unitNamed('乡镇')] };
    const all = [woman, young, schooled, towns];
    const { count, rows } = await asked(all);
    expect(count).toBeGreaterThan(3);
    await expectCount(page, count);
    await expectClean();

    await page.getByRole('textbox', { name: '截止时间' }).fill('2020-06-30');
    await expectCount(page, (await asked(all, '2020-06-30')).count);
    await button(page, '回到今天').tap();
    await expectCount(page, count);

    await button(page, '生成名册').tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '标题' }).fill('乡镇年轻女干部');
    await choose(page, dialog.locator('.ant-select').first(), '按“干部名册”的版式');
    await choose(page, dialog.locator('.ant-select').last(), 'Word 名册');
    await dialog.getByRole('button', { name: /^生\s?成$/ }).tap();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: /^下\s?载$/ }).tap(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^乡镇年轻女干部_\d{8}_\d+人\.docx$/);
    const texts = fileTexts(readFileSync(await file.path()));
    expect(texts.slice(0, 2)).toEqual(['乡镇年轻女干部', `共${count}人`]);
    expect(texts).toContain('全日制学历学位及院校');
    // Everybody, in the order of the list.
    const places = rows.map(({ name }) => texts.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    await dialog
      .getByRole('button', { name: /^关\s?闭$/ })
      .last()
      .tap();

    const three = rows.slice(0, 3).map(({ name }) => name);
    for (const name of three) await page.getByRole('checkbox', { name: `选择${name}`, exact: true }).tap();
    await button(page, '比较').tap();
    await page.getByRole('heading', { name: '任职经历' }).waitFor();
    for (const name of three) await page.getByRole('link', { name, exact: true }).first().waitFor();
    await page.getByRole('checkbox', { name: '只看不同' }).tap();
    await page.getByRole('rowheader', { name: /^性别/ }).waitFor({ state: 'detached' });
    await expectClean();
  });

  it('goes from a number of a standard table to the names and to a form, and back', async () => {
    const { page, expectClean } = await office.signedIn('tablet');
    await page.getByRole('link', { name: '统计', exact: true }).tap();
    await button(page, '性别与职务层次').tap();
    const table = page.getByRole('region', { name: '性别与职务层次' });
    const total = table
      .getByRole('row', { name: /^合计/ })
      .getByRole('button')
      .first();
    const women = table.getByRole('button', { name: /^\d+$/ }).and(page.getByTitle(/女/)).first();
    await total.waitFor();
    await expectClean();
    const counted = Number(await women.textContent());
    await women.tap();
    const names = page.getByRole('dialog');
    await names.getByText(`${counted} 人（截至`).waitFor();
    expect(await names.getByRole('listitem').count()).toBe(Math.min(counted, 500));
    const last = names.getByRole('listitem').getByRole('link').last();
    const name = (await last.textContent()) ?? '';
    await last.tap();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const form = page.getByRole('group', { name: '干部任免审批表第一页' });
    await form.waitFor();
    expect(await form.textContent()).toContain(name);
    await page.goBack();
    await table.waitFor();
    await names.getByText(`${counted} 人（截至`).waitFor();
    const scrolled = names.locator('.ant-drawer-body');
    await expect.poll(() => scrolled.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    await expectClean();
  });

  it('sets two teams side by side, opens their people, and prints one on one page', async () => {
    const { page, expectClean } = await office.signedIn('tablet');
    await page.goto('/statistics/teams');
    const teams = page.getByRole('main').locator('.ant-select');
    await choose(page, teams, /^中共样板区委办公室/);
    const sheet = page.getByRole('article', { name: '中共样板区委办公室' });
    await sheet.waitFor();
    await page.keyboard.press('Escape');
    const printed = join(tempFolder(), 'team.pdf');
    await page.pdf({ path: printed, preferCSSPageSize: true });
    expect(await pdfPages(printed)).toBe(1);

    await choose(page, teams, /^中共样板区委组织部/);
    await page.keyboard.press('Escape');
    const both = page.getByRole('region', { name: '班子比较' });
    const members = both.getByRole('row', { name: /^成员/ }).getByRole('button');
    await members.nth(2).waitFor();
    const [one = 0, other = 0, together] = (await members.allTextContents()).map(Number);
    expect(one + other).toBe(together);
    await members.first().tap();
    await page.getByRole('dialog').getByText(`${one} 人（截至`).waitFor();
    expect(await page.getByRole('dialog').getByRole('listitem').count()).toBe(one);
    await expectClean();
  });
});

describe('a leader with a phone', { timeout: 120_000 }, () => {
  it('looks somebody up by a unit and reads the form', async () => {
    const { page, expectClean } = await office.signedIn('phone');
    await expectClean();
    await page.getByLabel('查找干部').fill('组织部');
    const options = page.getByRole('listbox').getByRole('option');
    await options.first().waitFor();
    // Who types a unit means the unit; the people of it follow, those who lead first.
    expect(await options.first().textContent()).toContain('组织部');
    const head = options.filter({ hasText: '样板区委组织部部长' }).first();
    const name = (await head.textContent())?.replace(/样板区.*$/, '') ?? '';
    await head.tap();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('group', { name: '干部任免审批表第一页' }).waitFor();
    await expectClean();
  });

  it('finds a word of the résumés, asks further by facets, and reads the list', async () => {
    const { page, expectClean } = await office.signedIn('phone');
    await page.getByLabel('查找干部').fill('驻村');
    const all = page.getByRole('option', { name: /^简历中有这些内容的全部人员/ });
    const count = Number(/(\d+) 人/.exec((await all.textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(3);
    await all.tap();
    await expectCount(page, count);
    await expectClean();
    await page.getByText('分面', { exact: true }).tap();
    const men = page.getByRole('region', { name: '性别', exact: true }).getByRole('button', { name: /^男/ });
    await men.waitFor();
    const found = Number(/\d+$/.exec((await men.textContent()) ?? '')?.[0]);
    await men.tap();
    await button(page, `查看名单（${found} 人）`).tap();
    await expectCount(page, found);
    await page.getByRole('region', { name: '名单' }).getByRole('link').first().tap();
    await page.getByRole('group', { name: '干部任免审批表第一页' }).waitFor();
    await expectClean();
  });

  it('reads a table of the statistics and the names behind its total', async () => {
    const { page, expectClean } = await office.signedIn('phone');
    await page.getByRole('link', { name: '统计', exact: true }).tap();
    await choose(page, page.getByRole('main').locator('.ant-select').first(), '年龄与职务层次');
    const table = page.getByRole('region', { name: '年龄与职务层次' });
    const total = table
      .getByRole('row', { name: /^合计/ })
      .getByRole('button')
      .first();
    const counted = Number(await total.textContent());
    await total.tap();
    await page.getByRole('dialog').getByText(`${counted} 人（截至`).waitFor();
    await expectClean();
  });
});
