import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cadre, cadreJson } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { whenOf } from './dates.ts';
import { countQuotas, type CountedLine } from './quota-count.ts';
import { countedUnits, type CountedUnit } from './quota-units.ts';
import { linesOf, type Person } from './records.ts';

/** Today's and earlier days: before and after the ranks of 2019, ends of months and years, a leap day, a day to come. */
const dates = [
  '2026-11-25',
  '2026-06-30',
  '2025-12-31',
  '2025-01-01',
  '2024-02-29',
  '2023-07-15',
  '2021-03-01',
  '2019-06-01',
  '2015-05-31',
  '2028-01-01',
];

const folder = tempFolder();
let people: readonly Person[];
let units: Map<string, CountedUnit>;

interface Told extends Omit<CountedLine, 'notCounted'> {
  readonly notCounted: readonly { readonly name: string; readonly reason: string }[];
}

beforeAll(async () => {
  await cadreJson(0, 'sample', '--persons', '2600', '--seed', '1', '--data', folder);
  const files = ['cadres', 'units'].map((subject) => [subject, join(folder, `${subject}.jsonl`)] as const);
  for (const [subject, out] of files)
    await cadreJson(0, 'export', '--format', 'jsonl', '--subject', subject, '--out', out, '--data', folder);
  people = linesOf(join(folder, 'cadres.jsonl'));
  units = countedUnits(linesOf(join(folder, 'units.jsonl')));
}, 120_000);

/** The reasons as the count has them. */
function short(reason: string): string {
  if (reason.startsWith('挂职')) return '挂职';
  if (reason.startsWith('主职在')) return '主职在别处';
  if (reason.startsWith('区级领导班子')) return '区级';
  if (reason.startsWith('军转干部首次套转')) return '首次套转';
  return reason === '该职位不占职数' ? '职位' : '标记';
}

describe('the quota table and an independent count of the exported records', () => {
  it.each(dates)('agree on every line of %s, with every name and reason', async (asOf) => {
    const ended = await cadre('quotas', '--as-of', asOf, '--json', '--data', folder);
    expect([ended.code, ended.err]).toEqual([0, '']);
    const told = ended.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Told & { unitName: string })
      .map(({ unitName, names, notCounted, ...line }) => {
        expect(unitName).toBe(units.get(line.unit)?.name);
        return {
          ...line,
          names: names.toSorted(),
          notCounted: notCounted.map(({ name, reason }) => `${name}：${short(reason)}`).toSorted(),
        };
      });
    const on = whenOf(asOf);
    if (!on) throw new Error('the dates are dates');
    const key = (line: CountedLine): string => `${line.unit} ${line.bucket}`;
    const byKey = (a: CountedLine, b: CountedLine): number => (key(a) < key(b) ? -1 : 1);
    expect(told.length).toBeGreaterThan(400);
    expect(told.toSorted(byKey)).toEqual(countQuotas(people, units, on).toSorted(byKey));
  });
});
