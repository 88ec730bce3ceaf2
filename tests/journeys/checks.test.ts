import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { button, enter } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';

const office = sampleOffice({ persons: 400, name: 'wang' });

interface Listed {
  readonly total: number;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly faults: readonly { readonly message: string; readonly repair?: string }[];
  }[];
}

async function brokenBy(rule: string): Promise<Listed> {
  return (await office.client.call<Listed & Record<string, unknown>>('POST', '/checks/faults', { rule }))
    .body;
}

/** Opens the people who break a rule. */
async function open(page: Page, rule: string) {
  await page.getByRole('button', { name: rule }).click();
  return page.getByRole('dialog', { name: rule });
}

describe('a clerk checks the records of the office', { timeout: 120_000 }, () => {
  it('repairs a fault with one key, and says of another why it is none', async () => {
    const people = (await brokenBy('post-without-slot')).people;
    const person = people.find(({ faults }) => faults.some(({ repair }) => repair !== undefined));
    const repair = person?.faults.find((fault) => fault.repair !== undefined)?.repair ?? '';
    const { page, expectClean } = await office.signedIn('desktop');
    await button(page, '数据维护').click();
    await page.getByRole('menuitem', { name: '校核', exact: true }).click();
    await (await open(page, '班子职务没有对应职位')).getByRole('link', { name: person?.name ?? '' }).click();

    await page.getByRole('heading', { level: 1, name: person?.name ?? '' }).waitFor();
    await button(page, repair).click();
    await page.getByText(`${repair}，可在变更记录中撤销`).waitFor();
    await button(page, repair).waitFor({ state: 'detached' });
    await expectClean();

    await page.goto('/checks');
    const faults = await open(page, '身份证号校验码不对');
    await faults.getByRole('button', { name: '确认无误' }).click();
    await page.getByLabel('核实情况').fill('已核对户口簿，号码有误，正在更正');
    await button(page, '确定').click();
    await faults.getByText('已没有这类问题').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '身份证号校验码不对' }).waitFor({ state: 'detached' });
    await button(page, '已确认无误').click();
    await page
      .getByRole('dialog', { name: '已确认无误' })
      .getByText('已核对户口簿，号码有误，正在更正')
      .waitFor();
    await expectClean();
  });

  it('adds a rule of the office and sees whom it finds', async () => {
    const question = { population: 'serving', where: { op: 'between', field: 'age', to: 45 } };
    const { count } = (await office.client.call<{ count: number }>('POST', '/query', { question, size: 0 }))
      .body;
    const { page, expectClean } = await office.signedIn('tablet');
    await page.goto('/checks?tab=rules');
    await button(page, '新建规则').click();
    await page.getByLabel('规则名称').fill('年轻干部应有培养计划');
    await button(page, '＋ 条件').first().click();
    await page.getByLabel('查找条件').fill('nl');
    await page
      .getByRole('dialog', { name: '选择条件' })
      .getByRole('button', { name: '年龄', exact: true })
      .click();
    await page.getByLabel('年龄不高于').fill('45');
    await page.getByLabel('提示内容').fill('今年  岁，请补充培养计划');
    await page.getByLabel('提示内容').press('Home');
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowRight');
    await enter(page, page.getByLabel('插入项目'), '年龄');
    await expect.poll(() => page.getByLabel('提示内容').inputValue()).toBe('今年 {年龄} 岁，请补充培养计划');
    await button(page, '确定').click();
    await button(page, '保存').click();
    await page.getByText('校核规则已保存').waitFor();
    await page.getByRole('tab', { name: '结果' }).click();
    const found = await open(page, '年轻干部应有培养计划');
    await found.getByText(`${count} 人`, { exact: true }).waitFor();
    await found
      .getByText(/^今年 \d\d 岁，请补充培养计划$/)
      .first()
      .waitFor();
    await expectClean();
  });

  it('reads it on a phone', async () => {
    const { page, expectClean } = await office.signedIn('phone');
    for (const [tab, title] of [
      ['results', '按规则'],
      ['completeness', '按项目'],
      ['rules', '查询规则'],
    ]) {
      await page.goto(`/checks?tab=${tab}`);
      await page.getByRole('heading', { name: title ?? '' }).waitFor();
      await expectClean();
    }
    await page.goto('/checks');
    await page.getByRole('button', { name: /人有错误或警告$/ }).click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await expectClean();
  });
});
