import { describe, expect, it } from 'vitest';
import { button, press, type Device } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';

const office = sampleOffice({ persons: 150, name: 'zhang' });

/** A unit for each device, so that the journeys do not meet. */
const units: Readonly<Record<Device, string>> = {
  desktop: '样板区商务局',
  tablet: '样板区水务局',
  phone: '样板区民政局',
};

describe('a clerk renames a unit', { timeout: 120_000 }, () => {
  it.each(['desktop', 'tablet', 'phone'] as const)('on a %s', async (device) => {
    const [before, after] = [units[device], `${units[device]}（新）`];
    const { page, expectClean } = await office.signedIn(device);
    await page.goto('/units');
    if (device === 'phone') await button(page, '机构树').click();
    await page.getByLabel('查找机构').fill(before);
    await page.getByRole('treeitem', { name: before }).first().click();
    await page.getByRole('heading', { level: 1, name: before }).waitFor();
    await expectClean();

    if (device === 'phone') {
      await page.getByRole('button', { name: '办理' }).click();
      await page.getByRole('menuitem', { name: '更名' }).click();
    } else await button(page, '更名').click();
    const dialog = page.getByRole('dialog').filter({ hasText: '机构更名' });
    await dialog.getByLabel('新名称').fill(after);
    await dialog.getByLabel('变动时间').fill('2024.5');
    await dialog.getByRole('button', { name: /^预\s?览$/ }).click();
    expect(await dialog.getByRole('region', { name: '预览' }).textContent()).toContain(after);
    await expectClean();
    await dialog.getByRole('button', { name: '确认办理' }).click();
    await page.getByRole('heading', { level: 1, name: after }).waitFor();
    expect(await page.getByText(/^曾用名：/).textContent()).toContain(`${before}（至 2024.05）`);

    const then = new URL(page.url());
    then.searchParams.set('asOf', '2024-04-30');
    await page.goto(then.href);
    await page.getByRole('heading', { level: 1, name: before, exact: true }).waitFor();
    await expectClean();

    await page.goto('/changes');
    const line = page.getByRole('row').filter({ hasText: `机构更名：${before}更名为` });
    await line.getByRole('button', { name: /^撤\s?销$/ }).click();
    await press(page, '撤销');
    await line.getByText('已撤销').waitFor();
    then.searchParams.delete('asOf');
    await page.goto(then.href);
    await page.getByRole('heading', { level: 1, name: before, exact: true }).waitFor();
    expect(await page.getByText(/^曾用名：/).count()).toBe(0);
    await expectClean();
  });
});

it('a clerk drags a unit to the top of its level', { timeout: 120_000 }, async () => {
  const { page, expectClean } = await office.signedIn('desktop');
  await page.goto('/units');
  await page.getByLabel('查找机构').fill('样板区司法局');
  await page.getByRole('treeitem', { name: '样板区司法局' }).first().click();
  await page.getByRole('tab', { name: /^下级机构/ }).click();
  const rows = page.getByRole('tabpanel').locator('tbody').getByRole('row');
  const third = (await rows.nth(2).getByRole('button').first().textContent()) ?? '';
  await rows.nth(2).dragTo(rows.nth(0));
  await page.getByText('已调整次序').waitFor();
  await page.reload();
  await rows.first().getByText(third, { exact: true }).waitFor();
  await expectClean();
});
