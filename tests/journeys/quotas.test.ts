import { describe, expect, it } from 'vitest';
import { button } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';

const office = sampleOffice({ persons: 600, name: 'wang' });

async function unitOf(shortName: string): Promise<string> {
  const { body } = await office.client.call<{ units: { id: string; shortName: string }[] }>('GET', '/units');
  return body.units.find((unit) => unit.shortName === shortName)?.id ?? '';
}

describe('a clerk looks after quotas', { timeout: 120_000 }, () => {
  it('sees who is over, opens the names, goes back in time, and takes the table away', async () => {
    const { page, expectClean } = await office.signedIn('desktop');
    await page.getByRole('link', { name: '职数', exact: true }).click();
    await page.getByLabel('只看空缺、超配和未登记核定数的').check();
    await page.getByLabel('查找机构').fill('交通运输局');
    await page.getByRole('treeitem', { name: '样板区交通运输局' }).click();
    await page.getByRole('button', { name: /^样板区交通运输局副职：核定 2，实配 3，空缺 0，超配 1/ }).click();
    const drawer = page.getByRole('dialog', { name: '样板区交通运输局 · 副职' });
    await drawer.getByRole('heading', { name: '占职数 3 人' }).waitFor();
    expect(await drawer.getByText('占副职职数，自').count()).toBe(3);
    await expectClean();
    await page.keyboard.press('Escape');

    await page.getByLabel('只看空缺、超配和未登记核定数的').uncheck();
    await page.getByLabel('截止时间', { exact: true }).fill('2024-06-30');
    await page.getByRole('button', { name: /^样板区交通运输局副职：核定 3/ }).waitFor();
    const download = page.waitForEvent('download');
    await button(page, '导出 Word').click();
    expect((await download).suggestedFilename()).toBe('领导班子职数配备一览表（截至2024-06-30）.docx');

    await button(page, '回到今天').click();
    for (const tab of ['职级职数', '编制', '空缺', '预警']) await button(page, tab).click();
    await page.getByRole('heading', { name: /^超职数配备 1/ }).waitFor();
    await expectClean();
  });

  it('puts a member into a slot, puts the team in order, and sees who held the post', async () => {
    const { page, expectClean } = await office.signedIn('tablet');
    const unit = await unitOf('区农业农村局');
    await page.goto(`/units?unit=${unit}&tab=team`);
    await page.getByRole('heading', { name: '没有对应职位的成员' }).waitFor();
    await page.getByLabel(/对应到职位$/).selectOption({ label: '党组成员、副局长' });
    await page.getByText('已对应到职位，可在变更记录中撤销').waitFor();
    await page.getByRole('heading', { name: '没有对应职位的成员' }).waitFor({ state: 'detached' });

    await button(page, '调整次序').click();
    const members = page.getByRole('dialog', { name: '调整班子成员次序' }).getByRole('listitem');
    const first = await members.first().locator('.team-name').innerText();
    await button(page, `下移${first}`).click();
    expect(await members.nth(1).locator('.team-name').innerText()).toBe(first);
    await expectClean();
    await button(page, '保存').click();
    await page.getByText('已保存班子成员次序，可在变更记录中撤销').waitFor();

    await page.getByRole('link', { name: '党组成员、副局长', exact: true }).click();
    await page.getByRole('heading', { name: '党组成员、副局长历任' }).waitFor();
    await expectClean();
    // From one of its holders' careers back to the same page.
    await page.getByRole('article', { name: '历任' }).getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('tab', { name: '履历' }).click();
    await page.getByRole('group', { name: '职务', exact: true }).getByRole('link').first().click();
    await page.getByRole('heading', { name: /历任$/ }).waitFor();
    await page.getByRole('article', { name: '历任' }).getByRole('row').nth(1).waitFor();
    await expectClean();
  });

  it('reads it on a phone', async () => {
    const { page, expectClean } = await office.signedIn('phone');
    for (const tab of ['leading', 'ranks', 'headcount', 'vacancies', 'alerts']) {
      await page.goto(`/quotas?tab=${tab}`);
      await page.getByRole('heading', { name: '全部机构' }).waitFor();
      await page.waitForLoadState('networkidle');
      await expectClean();
    }
    await button(page, '选择机构').click();
    await page.getByRole('treeitem', { name: '乡镇', exact: true }).click();
    await page.getByRole('heading', { name: '乡镇', exact: true }).waitFor();
    await expectClean();
  });
});
