import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cadre, cadreJson } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const data = join(folder, 'stats');
const asOf = '2026-06-30';
const births = new Map<string, string>();

interface Stats {
  readonly count: number;
  readonly rows: { readonly items: readonly { readonly values: readonly string[] }[] };
  readonly columns: { readonly items: readonly { readonly labels: readonly string[] }[] };
  readonly cells: readonly (readonly number[])[];
  readonly averageAges?: {
    readonly total: number | null;
    readonly rows: readonly (number | null)[];
    readonly columns: readonly (number | null)[];
    readonly cells: readonly (readonly (number | null)[])[];
  };
}

interface Person {
  readonly id: string;
  readonly A01: { readonly birthDate?: string };
}

const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** The average age of whom a condition finds among those in office, from the records that were exported. */
async function averageOf(...of: readonly object[]): Promise<number | null> {
  const question = JSON.stringify({ population: 'serving', where: { op: 'all', of } });
  const { ids } = await cadreJson<{ ids: string[] }>(0, 'query', question, '--as-of', asOf, '--data', data);
  const ages = ids.flatMap((id) => births.get(id) ?? []).map((birth) => months(asOf) - months(birth));
  const sum = ages.reduce((all, age) => all + age, 0);
  return ages.length === 0 ? null : Math.round((sum / ages.length / 12) * 10) / 10;
}

beforeAll(async () => {
  await cadreJson(0, 'sample', '--persons', '300', '--data', data);
  const out = join(folder, 'people.jsonl');
  await cadreJson(0, 'export', '--format', 'jsonl', '--out', out, '--data', data);
  for (const line of readFileSync(out, 'utf8').trim().split('\n')) {
    const { id, A01 } = JSON.parse(line) as Person;
    if (A01.birthDate) births.set(id, A01.birthDate);
  }
}, 60_000);

describe('statistics by command', { timeout: 60_000 }, () => {
  const asked = ['stats', '--rows', 'A01.sexCode', '--columns', 'isParty', '--as-of', asOf, '--data', data];

  it('have the average ages beside the numbers when asked, as the records tell them', async () => {
    const plain = await cadreJson<Stats>(0, ...asked);
    expect(plain).not.toHaveProperty('averageAges');
    const { averageAges, ...rest } = await cadreJson<Stats>(0, ...asked, '--average-age');
    expect(rest).toEqual(plain);
    const women = rest.rows.items.findIndex(({ values }) => values[0] === '2');
    const members = rest.columns.items.findIndex(({ labels }) => labels[0] === '是');
    const isWoman = { op: 'in', field: 'A01.sexCode', values: ['2'] };
    const isMember = { op: 'in', field: 'isParty', values: ['1'] };
    expect(averageAges?.total).toBe(await averageOf());
    expect(averageAges?.rows[women]).toBe(await averageOf(isWoman));
    expect(averageAges?.columns[members]).toBe(await averageOf(isMember));
    expect(averageAges?.cells[women]?.[members]).toBe(await averageOf(isWoman, isMember));
    expect(averageAges?.cells.map(({ length }) => length)).toEqual(rest.cells.map(({ length }) => length));
  });

  it('print them as a second table', async () => {
    const { code, out } = await cadre(...asked, '--average-age');
    expect(code).toBe(0);
    const [, ages = ''] = out.split('平均年龄（岁）\n');
    expect(ages.trim().split('\n').at(-1)).toMatch(/^合计(\t\d+(\.\d)?)+$/);
  });
});
