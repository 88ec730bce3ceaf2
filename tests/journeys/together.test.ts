import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeLrmx } from '#documents/formats';
import { button, press } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';
import { districtForms, smallForm } from '../support/invented-forms.ts';
import { password } from '../support/running-server.ts';

const office = sampleOffice({ persons: 150, seed: 3, name: 'zhang' });

beforeAll(async () => {
  await office.server.addUser('li', 'clerk');
});

/** Drops files onto the page as a file manager does. */
async function drop(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((list) => {
    const dropped = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      dropped.items.add(new File([bytes], name));
    }
    return dropped;
  }, given);
  await page
    .getByRole('region', { name: '选择要导入的文件' })
    .dispatchEvent('drop', { dataTransfer: transfer });
}

describe('in the browser', { timeout: 120_000 }, () => {
  it('the watch over the pages sees what it is there for', async () => {
    const { page, faults, expectClean } = await office.open('phone');
    await page.goto('/login');
    await page.getByLabel('账号').waitFor();
    await expectClean();
    await page.evaluate(async () => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'planted' }));
      await fetch('/api/v1/users');
    });
    await expect(expectClean()).rejects.toThrow('to deeply equal []');
    expect(faults.join('\n')).toMatch(/policy: script-src[\s\S]*401/);
  });

  it('somebody signs in for the first time by a one-time code, and a wrong code is told', async () => {
    const code = await office.server.addAccount('wang', 'reader');
    const { page, allow, expectClean } = await office.open('tablet');
    await page.goto('/');
    await button(page, '首次登录或密码已重置').click();
    await page.getByLabel('账号').fill('wang');
    await page.getByLabel('一次性验证码').fill('AAAAA-AAAA-AAAAA');
    for (const field of await page.locator('input[type=password]').all()) await field.fill(password);
    allow(401);
    await button(page, '设置密码并登录').click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('一次性验证码').fill(code);
    for (const field of await page.locator('input[type=password]').all()) await field.fill(password);
    await button(page, '设置密码并登录').click();
    await page.getByRole('link', { name: '干部', exact: true }).waitFor();
    // A reader finds no way to import or export.
    expect(await page.getByRole('link', { name: /^导[入出]$/ }).count()).toBe(0);
    await expectClean();
  });

  it('dropped forms are previewed, written when confirmed, and their suggestions accepted', async () => {
    const [known] = districtForms(3);
    if (!known) throw new Error('there is a first person');
    const forms = [
      { name: '骆怀瑾.lrmx', bytes: writeLrmx({ ...known, name: '骆怀瑾', nationalId: '' }) },
      { name: '容时安.lrmx', bytes: writeLrmx(smallForm({ name: '容时安' })) },
      { name: '坏.lrmx', bytes: Buffer.from('not a form') },
    ];
    const { page, expectClean } = await office.signedIn('desktop');
    await page.getByRole('button', { name: '数据维护' }).click();
    await page.getByRole('menuitem', { name: '导入', exact: true }).click();
    await drop(page, forms);
    await page.getByRole('heading', { name: '导入预览' }).waitFor();
    await page.getByRole('tab', { name: /拒收\s*1/ }).waitFor();
    await page.getByRole('tab', { name: /新增\s*2/ }).click();
    await page.getByText('骆怀瑾').first().waitFor();
    await expectClean();
    await page.getByRole('button', { name: /^写入 2 人$/ }).click();
    await press(page, '写入');
    await page.getByRole('button', { name: '查看干部名单' }).waitFor();
    await page.getByText(/坏\.lrmx/).waitFor();
    await expectClean();

    await page.getByLabel('查找干部').fill('lhj');
    await page.getByRole('option', { name: '骆怀瑾' }).first().click();
    await page.getByRole('tab', { name: /^建议 \d+$/ }).click();
    await page.getByRole('button', { name: /^采纳已识别的 \d+ 条$/ }).click();
    await page.getByText(/^已采纳 \d+ 条$/).waitFor();
    await page.getByRole('tab', { name: '信息集' }).click();
    await page
      .getByRole('navigation', { name: '信息集' })
      .getByRole('button', { name: /^职务\s?\d+$/ })
      .waitFor();
    await expectClean();
  });

  it('the forms of a selection are exported and downloaded', async () => {
    const { page, expectClean } = await office.signedIn('tablet');
    await page.getByRole('link', { name: '干部', exact: true }).click();
    const choices = page.getByRole('row').getByRole('checkbox');
    await choices.nth(3).waitFor();
    for (const row of [1, 2, 3]) await choices.nth(row).check();
    await page.getByText('已选 3 人').waitFor();
    await button(page, '导出任免表').click();
    await page.getByText('选中的 3 人').waitFor();
    await expectClean();
    await button(page, '开始导出').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^下\s?载$/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^任免审批表_\d{8}_3人\.zip$/);
    const names = Object.keys(unzipSync(readFileSync(await file.path())));
    expect(names).toHaveLength(3);
    expect(names.every((name) => name.endsWith('.lrmx'))).toBe(true);
    await expectClean();
  });

  it('of two clerks at one field the second sees both values and decides', async () => {
    const [first, second] = [await office.signedIn('desktop'), await office.signedIn('desktop', 'li')];
    await first.page.getByRole('link', { name: '干部', exact: true }).click();
    await first.page.getByRole('row').nth(4).getByRole('link').click();
    await first.page.getByRole('textbox', { name: '专长' }).waitFor();
    await second.page.goto(first.page.url());
    const saveOn = async (page: Page, text: string) => {
      await page.getByRole('textbox', { name: '专长' }).fill(text);
      await page
        .getByRole('region', { name: '保存' })
        .getByRole('button', { name: /^保\s?存$/ })
        .click();
    };
    await second.page.getByRole('textbox', { name: '专长' }).waitFor();
    await saveOn(first.page, '财政审计');
    await first.page.getByText(/^已保存/).waitFor();
    second.allow(409);
    await saveOn(second.page, '城乡规划');
    const dialog = second.page.getByRole('dialog');
    await dialog.getByText('财政审计').waitFor();
    await dialog.getByText('双方都已改动').waitFor();
    expect(await dialog.getByRole('button', { name: '按所选内容保存' }).isDisabled()).toBe(true);
    await dialog.getByText('城乡规划').click();
    await dialog.getByRole('button', { name: '按所选内容保存' }).click();
    await second.page.getByText(/^已保存/).waitFor();
    await second.page.getByRole('tab', { name: '历史' }).click();
    const newest = second.page.getByRole('listitem').filter({ hasText: '城乡规划' }).first();
    expect(await newest.textContent()).toContain('财政审计');
    await first.expectClean();
    await second.expectClean();
  });
});
