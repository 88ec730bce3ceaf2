import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { button, press } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';

const office = sampleOffice({ persons: 400, name: 'wang' });

async function countOf(where: object): Promise<number> {
  const question = { population: 'serving', where };
  const { body } = await office.client.call<{ count: number }>('POST', '/query', { question, size: 0 });
  return body.count;
}

/** Adds a condition in the builder of a dialog. */
async function pick(page: Page, find: string, field: string): Promise<void> {
  await button(page, '＋ 条件').last().click();
  await page.getByLabel('查找条件').fill(find);
  await page
    .getByRole('dialog', { name: '选择条件' })
    .getByRole('button', { name: field, exact: true })
    .click();
  await page.getByRole('dialog', { name: '选择条件' }).waitFor({ state: 'hidden' });
}

describe('a clerk builds up a pool', { timeout: 120_000 }, () => {
  it('says who belongs into it, takes two in, reviews and tags them, and finds them by the tag', async () => {
    const young = await countOf({ op: 'between', field: 'age', to: 45 });
    expect(young).toBeGreaterThan(3);
    const { page, expectClean } = await office.signedIn('desktop');
    await page.getByRole('link', { name: '后备', exact: true }).click();
    await button(page, '新建后备库').click();
    await page.getByLabel('库名').fill('年轻干部');
    await page.getByLabel('类别').fill('年轻干部');
    await button(page, '新建').last().click();
    await page.getByRole('heading', { level: 1, name: '年轻干部' }).waitFor();

    await button(page, '设定').first().click();
    const entry = page.getByRole('dialog', { name: '入库条件' });
    await pick(page, 'nl', '年龄');
    await entry.getByLabel('年龄不高于').fill('45');
    await button(page, '确定').click();
    await page.getByLabel('目标总数').fill('5');
    await button(page, '增加一项要求').click();
    await page.getByLabel('结构要求的名称').fill('女干部');
    await button(page, '条件').last().click();
    const women = page.getByRole('dialog', { name: '结构要求：女干部' });
    await pick(page, '性别', '性别');
    await women.getByRole('button', { name: '女', exact: true }).click();
    await women.getByRole('button', { name: /^确\s?定$/ }).click();
    await women.waitFor({ state: 'hidden' });
    await button(page, '保存').click();
    await page.getByText('已保存').waitFor();
    await expectClean();

    await page
      .getByRole('navigation', { name: '年轻干部' })
      .getByRole('button', { name: `符合条件未入库${young}` })
      .click();
    await page.getByText(`共 ${young} 人`).waitFor();
    const boxes = page.getByRole('grid', { name: '人员名单' }).getByRole('checkbox');
    const names = [];
    for (const at of [0, 1]) {
      names.push(((await boxes.nth(at).getAttribute('aria-label')) ?? '').replace('选择', ''));
      await boxes.nth(at).check();
    }
    await button(page, '所选 2 人入库').click();
    await page.getByLabel('批次').fill('第一批');
    await press(page, '入库');
    await page.getByText('已入库 2 人').waitFor();

    const tabs = page.getByRole('navigation', { name: '年轻干部' });
    await tabs.getByRole('button', { name: '研判' }).click();
    await page.getByLabel(`${names[0]}的结论`).click();
    await page.locator('.ant-select-dropdown:visible').getByText('重点培养').click();
    await page.getByLabel(`${names[0]}的意见`).fill('安排到乡镇任职锻炼');
    await button(page, '保存（1 人）').click();
    await page.getByText('已登记 1 人的研判').waitFor();

    await tabs.getByRole('button', { name: '成员2' }).click();
    await page.getByText(/^\d{4} 重点培养$/).waitFor();
    await page.getByLabel(`选择${names[1]}`).check();
    await button(page, '加标签').click();
    await page.getByRole('combobox', { name: '名称' }).fill('数字乡村');
    await button(page, '加上标签').click();
    await page.getByText('加上标签：1 人').waitFor();

    await tabs.getByRole('button', { name: '结构' }).click();
    await page.getByRole('row', { name: /^总数 5 人 2 人 3 人$/ }).waitFor();
    await expectClean();

    await page.goto('/query');
    await button(page, '＋ 条件').first().click();
    await page.getByLabel('查找条件').fill('标签');
    await page.getByRole('dialog').getByRole('button', { name: '名称', exact: true }).click();
    await page.getByRole('combobox', { name: '名称', exact: true }).fill('数字乡村');
    await page.keyboard.press('Enter');
    await page.locator('.query-total').getByText('1', { exact: true }).waitFor();
    await page
      .getByRole('grid', { name: '查询结果' })
      .getByRole('link', { name: names[1] ?? '' })
      .waitFor();
    await expectClean();
  });

  it('reads it on a phone', async () => {
    const { page, expectClean } = await office.signedIn('phone');
    await page.goto('/reserve');
    await page.getByRole('link', { name: '年轻干部', exact: true }).click();
    await page.getByText('共 2 人').waitFor();
    for (const tab of ['符合条件未入库', '应出库', '结构', '研判', '使用情况', '曾在库', '定义']) {
      await page.getByRole('navigation', { name: '年轻干部' }).getByRole('button', { name: tab }).click();
      await page.waitForLoadState('networkidle');
      await expectClean();
    }
  });
});
