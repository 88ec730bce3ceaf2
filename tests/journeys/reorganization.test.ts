import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, press } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';

const office = sampleOffice({ persons: 600, name: 'zhao' });

const merged = '样板区农业农村和水务局';

/** Opens the dialog of a step. */
async function addStep(page: Page, kind: string): Promise<Locator> {
  await button(page, '添加步骤 ▾').click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  return page.getByRole('dialog').filter({ hasText: kind });
}

/** Finds a unit by its name in a picker and takes it; its list is gone before the next one opens. */
async function pick(page: Page, picker: Locator, name: string): Promise<void> {
  await picker.click();
  await picker.fill(name);
  const list = page.locator('.ant-select-dropdown:visible');
  await list.getByTitle(name, { exact: true }).click();
  await list.waitFor({ state: 'hidden' });
}

describe('a clerk reorganizes two departments', { timeout: 120_000 }, () => {
  it('sees the preview, edits a title, carries it out, finds everybody, and takes it back', async () => {
    const { page, expectClean } = await office.signedIn('desktop');
    await page.goto('/reorganizations/new');
    await page.getByLabel('改革日期').fill('2026.3.20');
    await page.getByLabel('文号').fill('样委发〔2026〕5号');
    const found = await addStep(page, '新设机构');
    await found.getByLabel('机构名称').fill(merged);
    await found.getByLabel('机构简称').fill('区农业水务局');
    await button(page, '确定').click();
    const merge = await addStep(page, '合并');
    await pick(page, merge.getByLabel('合并的机构'), '样板区农业农村局');
    await pick(page, merge.getByLabel('合并的机构'), '样板区水务局');
    await pick(page, merge.getByLabel(/^并入/), `${merged}（新设）`);
    await button(page, '确定').click();

    await button(page, '预览').click();
    const preview = page.getByRole('region', { name: '预览' });
    await preview.getByRole('listitem').filter({ hasText: merged }).first().waitFor();
    await preview.getByRole('tab', { name: '职数编制' }).click();
    await preview.getByRole('row', { name: /职数：正职 样板区水务局 1，样板区农业农村局 1 2/ }).waitFor();
    await expectClean();

    await preview.getByRole('tab', { name: /^职位 / }).click();
    await preview.getByLabel('样板区水务局党组书记、局长转入', { exact: true }).uncheck();
    await preview.getByRole('row', { name: /^样板区水务局 党组书记、局长 1 取消/ }).waitFor();
    await preview.getByRole('tab', { name: /^人员 / }).click();
    const line = preview.getByRole('row').filter({ hasText: '样板区水务局 局长' });
    const person = (await line.getByRole('cell').or(line.getByRole('gridcell')).first().innerText()).trim();
    await line.getByRole('button', { name: /^修改/ }).click();
    await line.getByRole('textbox').fill('副局长（主持工作）');
    await page.keyboard.press('Enter');
    await line.filter({ hasText: `${merged} 副局长（主持工作）` }).waitFor();
    await expectClean();

    await preview.getByRole('button', { name: /^办\s?理$/ }).click();
    await press(page, '办理');
    await page.getByRole('heading', { name: '已办理' }).waitFor();

    const search = page.getByRole('combobox', { name: '查找干部、机构、职务、简历' });
    await search.fill('样板区水务局');
    await page.getByRole('option', { name: /样板区水务局（已撤销）/ }).waitFor();
    await search.fill(person);
    await page
      .getByRole('option', { name: new RegExp(`^${person}.*农业农村和水务局`) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: person }).waitFor();
    await page.getByText('副局长（主持工作）').first().waitFor();
    await expectClean();

    await page.goto('/changes');
    const change = page.getByRole('row').filter({ hasText: `机构改革：组建${merged}` });
    await change.getByRole('button', { name: /^撤\s?销$/ }).click();
    await press(page, '撤销');
    await change.getByText('已撤销').waitFor();
    await page.goto('/units');
    await page.getByLabel('查找机构').fill('水务局');
    await page.getByRole('treeitem', { name: '样板区水务局', exact: true }).waitFor();
    expect(await page.getByRole('treeitem', { name: merged }).count()).toBe(0);
    await expectClean();
  });

  it('ends a post of the department that takes the other one in', async () => {
    const { page, expectClean } = await office.signedIn('tablet');
    await page.goto('/reorganizations/new');
    await page.getByLabel('改革日期').fill('2026.3.20');
    const merge = await addStep(page, '合并');
    await pick(page, merge.getByLabel('合并的机构'), '样板区水务局');
    await pick(page, merge.getByLabel(/^并入/), '样板区农业农村局');
    await button(page, '确定').click();
    await button(page, '预览').click();
    const preview = page.getByRole('region', { name: '预览' });
    await preview.getByRole('tab', { name: /^职位 / }).click();
    await preview.getByLabel('样板区农业农村局党组书记、局长保留', { exact: true }).uncheck();
    await preview.getByRole('row', { name: /^本机构 党组书记、局长 1 取消/ }).waitFor();
    await preview.getByRole('tab', { name: /^需处理 / }).click();
    const told = preview.getByText(/：所任职位取消，“样板区农业农村局党组书记”没有免职/);
    await told.waitFor();
    await preview.getByRole('tab', { name: /^人员 / }).click();
    const line = preview.getByRole('row').filter({ hasText: /^[^样]+样板区农业农村局 党组书记/ });
    await line.getByRole('button', { name: /不转任$/ }).click();
    await line.getByText('不再转任').waitFor();
    await preview.getByRole('tab', { name: /^需处理 / }).click();
    await told.waitFor({ state: 'detached' });
    await expectClean();
  });
});
