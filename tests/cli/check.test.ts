import { describe, expect, it } from 'vitest';
import { cadre } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

const data = tempFolder();

/** The lines that the command prints as JSON. */
async function check(code: number, ...args: string[]): Promise<Record<string, string>[]> {
  const ended = await cadre('check', '--json', '--data', data, ...args);
  expect([ended.code, ended.err]).toEqual([code, '']);
  return ended.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
}

describe('cadre check', { timeout: 60_000 }, () => {
  it('finds what stands wrongly in the sample district, one object a line', async () => {
    await cadre('sample', '--persons', '400', '--data', data);
    const all = await check(1);
    expect(Object.keys(all[0] ?? {})).toEqual(['rule', 'level', 'person', 'name', 'field', 'message']);
    expect(all.filter(({ level }) => level === 'error').map(({ rule }) => rule)).toContain('id-checksum');
    // A rule that is no error does not fail the command.
    const { rule = '' } = all.find(({ level }) => level === 'warning') ?? {};
    expect(await check(0, '--rule', rule)).toEqual(all.filter((line) => line['rule'] === rule));
    // Years later the same records lack the appraisals of the years between.
    const late = await check(0, '--as-of', '2032-06-30', '--rule', 'appraisal-missing');
    expect(late.length).toBeGreaterThan(all.filter((line) => line['rule'] === 'appraisal-missing').length);
    const wrong = await cadre('check', '--data', data, '--as-of', '2032');
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toContain('2020-06-30');
  });
});
