import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { button, press } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';

const office = sampleOffice({ persons: 400, name: 'li' });

const woman = { op: 'in', field: 'A01.sexCode', values: ['2'] };
const young = { op: 'between', field: 'age', to: 40 };
const university = { op: 'in', field: 'fullTimeEducation', values: ['2'] };

/** What the address asks behind its `#`. */
function askedIn(url: string): unknown {
  const [, fragment = ''] = url.split('#q=');
  return fragment === '' ? null : JSON.parse(Buffer.from(fragment, 'base64url').toString());
}

/** How many the server itself finds. */
async function countOf(conditions: readonly object[], asOf?: string): Promise<number> {
  const question = { where: { op: 'all', of: conditions } };
  const { body } = await office.client.call<{ count: number }>('POST', '/query', { question, asOf, size: 0 });
  return body.count;
}

async function expectCount(page: Page, count: number): Promise<void> {
  await page.locator('.query-total').getByText(count.toLocaleString('zh-CN'), { exact: true }).waitFor();
}

async function pick(page: Page, find: string, field: string): Promise<void> {
  await button(page, '＋ 条件').first().click();
  await page.getByLabel('查找条件').fill(find);
  await page.getByRole('dialog').getByRole('button', { name: field, exact: true }).click();
}

describe('a clerk asks a question', { timeout: 120_000 }, () => {
  it('builds it, drills, goes back in time, keeps it and opens it again', async () => {
    const { page, expectClean } = await office.signedIn('desktop');
    await page.getByRole('link', { name: '查询', exact: true }).click();
    await expectCount(page, await countOf([]));

    await pick(page, '性别', '性别');
    await page.getByRole('group', { name: '性别' }).getByRole('button', { name: '女', exact: true }).click();
    await pick(page, 'nl', '年龄');
    await page.getByLabel('年龄不高于').fill('40');
    await pick(page, '全日制最高', '全日制最高学历');
    await page.getByRole('combobox', { name: '全日制最高学历', exact: true }).fill('本科');
    await page.locator('.ant-select-tree-title').getByText('本科教育', { exact: true }).click();
    const all = [woman, young, university];
    const found = await countOf(all);
    expect(found).toBeGreaterThan(3);
    await expectCount(page, found);
    await page
      .getByText('性别为女，且年龄在 40 岁以下，且全日制最高学历为本科教育', { exact: true })
      .waitFor();
    await expectClean();

    const facet = page.getByRole('region', { name: '年龄', exact: true });
    const band = await countOf([...all, { op: 'between', field: 'age', to: 35 }]);
    await facet.getByRole('button', { name: /^35岁以下/ }).click();
    await expectCount(page, band);
    await page.getByLabel('撤销', { exact: true }).click();
    await expectCount(page, found);

    await page.getByRole('textbox', { name: '截止时间' }).fill('2020-06-30');
    await expectCount(page, await countOf(all, '2020-06-30'));
    await expect.poll(() => askedIn(page.url())).toMatchObject({ asOf: '2020-06-30' });
    expect(page.url().split('#')[0]).toBe(`${office.server.address}/query`);
    await page.reload();
    await expectCount(page, await countOf(all, '2020-06-30'));

    await button(page, '保存 ▾').click();
    await page.getByRole('menuitem', { name: '保存为查询方案' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('年轻女干部');
    await press(page, '保存');
    await page.getByRole('heading', { level: 1, name: '年轻女干部' }).waitFor();

    await page.goto('/query');
    await expectCount(page, await countOf([]));
    await button(page, '打开').first().click();
    await page
      .getByRole('list', { name: '已存的查询和名单' })
      .getByRole('button', { name: /^年轻女干部 ?查询/ })
      .click();
    await expectCount(page, await countOf(all, '2020-06-30'));
    await page.goto('/');
    await page
      .getByRole('region', { name: '查询方案' })
      .getByRole('link', { name: /^年轻女干部/ })
      .click();
    await page.getByRole('heading', { level: 1, name: '年轻女干部' }).waitFor();
    await expectCount(page, await countOf(all, '2020-06-30'));

    await button(page, '生成名册').click();
    await page.getByRole('textbox', { name: '标题' }).fill('年轻女干部名册');
    await press(page, '生成');
    await page
      .getByRole('dialog')
      .getByText(/^年轻女干部名册.*\.xlsx$/)
      .waitFor();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^下\s?载$/ })
      .waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('grid', { name: '查询结果' }).getByRole('link').first().click();
    await page.getByRole('group', { name: '干部任免审批表第一页' }).waitFor();
    await expectClean();
  });
});
