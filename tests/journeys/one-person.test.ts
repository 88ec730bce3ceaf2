import { describe, expect, it } from 'vitest';
import { emptyForm, type ApprovalForm } from '#documents/formats';
import { layoutForm } from '#documents/form';
import { button, press, drawnPart, signIn, type Device } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';
import { missingRules, strayLines, wiped } from '../support/drawn-lines.ts';

const office = sampleOffice({ persons: 150, name: 'zhang' });

interface Listed {
  readonly people: readonly { readonly id: string; readonly name: string; readonly unit: string }[];
}

/** Somebody of the sample for each device, so that the journeys do not meet. */
const places: Readonly<Record<Device, number>> = { desktop: 0, tablet: 5, phone: 9 };

describe('a clerk finds a person and puts the record right', { timeout: 120_000 }, () => {
  it.each(['desktop', 'tablet', 'phone'] as const)('on a %s', async (device) => {
    const { body } = await office.client.call<Listed>('POST', '/cadres/list', { size: 50 });
    const person = body.people[places[device]];
    if (!person) throw new Error('the sample has too few people');
    const { page, expectClean } = await office.signedIn(device);

    await page.getByRole('link', { name: '干部', exact: true }).click();
    if (device === 'phone') await button(page, '机构').click();
    await page.getByLabel('查找机构').fill(person.unit);
    await page.getByRole('treeitem', { name: person.unit }).first().click();
    await page.getByRole('heading', { level: 1, name: person.unit }).waitFor();
    await expectClean();
    await page.getByRole('link', { name: person.name }).first().click();

    await page.getByRole('heading', { level: 1, name: person.name }).waitFor();
    const form = page.getByRole('group', { name: '干部任免审批表第一页' });
    await form.waitFor();
    const printed = ((await form.textContent()) ?? '').replaceAll(/\s/g, '');
    expect(printed).toContain('干部任免审批表');
    expect(printed).toContain(person.name);
    expect(printed).toMatch(/\d{4}\.\d{2}--\d{4}\.\d{2}/);
    await page.getByRole('group', { name: '干部任免审批表第二页' }).waitFor();
    await expectClean();

    if (device === 'phone') await page.getByText('信息', { exact: true }).click();
    const specialty = page.getByRole('textbox', { name: '专长' });
    await specialty.fill('基层治理、城乡规划');
    await page
      .getByRole('region', { name: '保存' })
      .getByRole('button', { name: /^保\s?存$/ })
      .click();
    await page.getByText(/^已保存/).waitFor();
    await page.getByRole('tab', { name: '历史' }).click();
    const newest = page.getByRole('listitem').filter({ hasText: '基层治理、城乡规划' }).first();
    await newest.waitFor();
    expect(await newest.textContent()).toContain('zhang');
    await expectClean();

    await newest.getByRole('button', { name: /^撤\s?销$/ }).click();
    await press(page, '撤销');
    await page.getByText('已撤销', { exact: true }).first().waitFor();
    await page.getByRole('tab', { name: '信息集' }).click();
    await specialty.waitFor();
    expect(await specialty.inputValue()).not.toContain('城乡规划');
    await expectClean();
  });
});

interface Shown {
  readonly form: { readonly texts: Partial<ApprovalForm>; readonly family: ApprovalForm['family'] };
}

describe('the form on screen', { timeout: 120_000 }, () => {
  it('has every rule where the geometry has it, as pixels, and no other', async () => {
    const { body } = await office.client.call<Listed>('POST', '/cadres/list', { size: 1 });
    const [person] = body.people;
    const { form } = (await office.client.call<Shown>('GET', `/cadres/${person?.id}`)).body;
    const { pages } = layoutForm({ ...emptyForm(), ...form.texts, family: form.family }, { variant: 'A4' });
    const { page, expectClean } = await office.open('desktop');
    await page.setViewportSize({ width: 2400, height: 1500 });
    await signIn(page, 'zhang');
    await page.goto(`/cadres/${person?.id}?view=form`);
    await button(page, '100%').click();
    for (const [index, name] of ['第一页', '第二页'].entries()) {
      const part = page.getByRole('group', { name: `干部任免审批表${name}` });
      await part.waitFor();
      const image = await drawnPart(page, part);
      const dotsPerInch = image.width / (210 / 25.4);
      expect(Math.round(dotsPerInch)).toBe(96);
      const { rules = [], photo = null } = pages[index] ?? {};
      expect(rules.length).toBeGreaterThan(20);
      expect(missingRules(image, rules, dotsPerInch, 0.6), name).toEqual([]);
      expect(
        strayLines(photo ? wiped(image, photo, dotsPerInch) : image, rules, dotsPerInch, 0.6),
        name,
      ).toEqual([]);
    }
    await expectClean();
  });
});
