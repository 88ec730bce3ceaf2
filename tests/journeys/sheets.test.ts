import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openTableFile } from '#documents/formats';
import { writeDataWorkbook } from '#documents/render';
import { button, choose } from '../support/browser.ts';
import { sampleOffice } from '../support/sample-office.ts';

const office = sampleOffice({ persons: 400, name: 'sun' });

interface Post {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly orgName: string;
  readonly postTitle: string;
  readonly appointedOn: string;
}

function rowsOf(query: string): Record<string, unknown>[] {
  const store = new DatabaseSync(join(office.data, 'cadre.db'), { readOnly: true });
  try {
    return store.prepare(query).all();
  } finally {
    store.close();
  }
}

/** A post of each of the people, one that the person held once. */
function posts(): Post[] {
  const query =
    "select p.id, p.name, p.national_id as number, r.rows from person_index p join current_records r on r.subject = p.id and r.set_code = 'A02' " +
    'where p.national_id is not null order by p.id';
  return rowsOf(query).flatMap(({ id, name, number, rows }) => {
    const all = JSON.parse(String(rows)) as Post[];
    const own = all.find(
      (post) => post.appointedOn && all.every((each) => each === post || each.postTitle !== post.postTitle),
    );
    return own ? [{ ...own, id: String(id), name: String(name), number: String(number) }] : [];
  });
}

/** How many posts have a document of the sheet. */
const documents = (): number =>
  rowsOf("select rows from current_records where set_code = 'A02' and rows like '%样干任〔2026〕%'").length;

const count = 300;

/** The template filled in with a document for every post; the rows 3 to 5 are wrong, row 6 begins at another time. */
async function filled(template: Buffer, people: readonly Post[]): Promise<Buffer> {
  const file = await openTableFile(template);
  const [head] = (await Array.fromAsync(file.rows(0))).flat();
  const heads = (head?.cells ?? []).map((cell) => cell?.text ?? '');
  const rows = people.map(({ name, number, orgName, postTitle }, index) => {
    const said: Record<string, string> = {
      干部姓名: index === 1 ? `${name}错` : name,
      干部身份证号: number,
      任职机构名称: orgName,
      职务名称: postTitle,
      任职时间: index === 2 ? '2003.13' : index === 4 ? '2019.02' : '',
      任职状态: index === 3 ? '在位' : '',
      任职文号: `样干任〔2026〕${index + 1}号`,
    };
    return heads.map((each) => said[each] ?? '');
  });
  const columns = heads.map((each) => ({ head: each, width: 14 }));
  return Buffer.concat(await Array.fromAsync(writeDataWorkbook([{ name: '职务', columns, rows }])));
}

async function taken(page: Page, verb: string): Promise<Buffer> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await button(page, verb).click();
  return readFileSync(await (await coming).path());
}

describe('a clerk and a sheet of three hundred corrections', { timeout: 120_000 }, () => {
  it('fills in the template, sees what is wrong, writes what is right, and takes it all back', async () => {
    const { page, expectClean } = await office.signedIn('desktop');
    await page.goto('/sheets');
    await choose(page, page.locator('.sheets-set'), '职务（A02）');
    const people = posts()
      .filter(({ appointedOn }) => !appointedOn.startsWith('2019-02'))
      .slice(0, count);
    expect(people).toHaveLength(count);
    const sheet = await filled(await taken(page, '下载模板'), people);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const input = page.getByLabel('选择文件', { exact: true }).and(page.locator('input'));
    await input.setInputFiles({ name: '任职文号.xlsx', mimeType, buffer: sheet });
    await button(page, '检查并预览').click();

    for (const [place, value] of [
      ['A3', `${people[1]?.name}错`],
      ['2003.13', '不是有效日期'],
      ['在位', '代码表'],
    ] as const)
      await page.getByRole('row').filter({ hasText: place }).filter({ hasText: value }).waitFor();
    await page.getByRole('heading', { name: '1 行与已有记录是同一事项，但任职时间不同' }).waitFor();
    await expectClean();
    const marked = await openTableFile(await taken(page, '下载标出错误的表'));
    const rows = (await Array.fromAsync(marked.rows(0))).flat();
    const told = rows.flatMap(({ number, cells }) => (cells.at(-1)?.text.includes('请') ? [number] : []));
    expect(told).toEqual([3, 4, 5, 6]);

    await page.getByLabel('逐条决定').check();
    await page.getByRole('radiogroup', { name: '第 6 行' }).getByText('新增').click();
    await button(page, '按此重新检查').click();
    await button(page, `写入无误的 ${count - 3} 条`).click();
    await button(page, '写入').last().click();
    // The preview counts the same: only the result leads back.
    await button(page, '返回导入数据表').waitFor();
    await page.getByText('新增 1 条').waitFor();
    await expectClean();

    await page.goto(`/cadres/${people[0]?.id}`);
    await page.getByRole('tab', { name: '历史' }).click();
    await page.getByRole('listitem').filter({ hasText: '样干任〔2026〕1号' }).first().waitFor();
    expect(documents()).toBe(count - 3);

    await page.goBack();
    await button(page, '撤销').click();
    await button(page, '撤销').last().click();
    await page.getByText('已撤销', { exact: true }).first().waitFor();
    expect(documents()).toBe(0);
    await expectClean();
  });
});
