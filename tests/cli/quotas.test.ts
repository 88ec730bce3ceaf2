import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cadre, cadreJson } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

const data = join(tempFolder(), 'quotas');

interface Line {
  readonly unit: string;
  readonly unitName: string;
  readonly bucket: string;
  readonly approved: number | null;
  readonly filled: number;
  readonly vacancy: number;
  readonly excess: number;
  readonly names: readonly string[];
  readonly notCounted: readonly { readonly name: string; readonly reason: string }[];
}

async function lines(...args: readonly string[]): Promise<Line[]> {
  const ended = await cadre('quotas', ...args, '--json', '--data', data);
  expect([ended.code, ended.err]).toEqual([0, '']);
  return ended.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

beforeAll(async () => {
  await cadreJson(0, 'sample', '--persons', '600', '--seed', '3', '--data', data);
}, 60_000);

describe('the quota table by command', { timeout: 60_000 }, () => {
  it('has an object a line, whose numbers are those of its names', async () => {
    const told = await lines('--as-of', '2026-06-30');
    expect(told.length).toBeGreaterThan(400);
    for (const { approved, filled, vacancy, excess, names } of told) {
      expect(names).toHaveLength(filled);
      expect([vacancy, excess]).toEqual(
        approved === null ? [0, 0] : [Math.max(0, approved - filled), Math.max(0, filled - approved)],
      );
    }
    const bureau = told.filter(({ unitName }) => unitName === '样板区发展和改革局');
    expect(bureau.find(({ bucket }) => bucket === 'deputy')?.notCounted).toEqual([
      { name: expect.any(String) as string, reason: '挂职，不占职数' },
    ]);
  });

  it('may be of a unit and those below, of another day, and to read', async () => {
    const all = await lines('--as-of', '2026-06-30');
    const unit = all.find(({ unitName }) => unitName === '样板区财政局')?.unit ?? '';
    const own = await lines('--as-of', '2026-06-30', '--unit', unit);
    expect(new Set(own.map(({ unitName }) => unitName))).toEqual(
      new Set(['样板区财政局', '样板区国库集中支付中心']),
    );
    const before = await lines('--as-of', '2020-06-30', '--unit', unit);
    const approved = (list: readonly Line[]) =>
      list.find((line) => line.unit === unit && line.bucket === 'deputy')?.approved;
    expect([approved(before), approved(own)]).toEqual([2, 3]);
    const shown = await cadre('quotas', '--as-of', '2026-06-30', '--unit', unit, '--data', data);
    expect(shown.out.split('\n')[0]).toMatch(/^样板区财政局\t正职\t核定 1\t实配 [01]\t/);
  });

  it('refuses a day that is none, a unit that is not there, and what it does not know', async () => {
    const day = await cadre('quotas', '--as-of', '2026-02', '--data', data);
    expect([day.code, day.out]).toEqual([1, '']);
    expect(day.err).toContain('2020-06-30 的格式');
    const unit = await cadre('quotas', '--unit', 'nowhere', '--json', '--data', data);
    expect(unit.code).toBe(1);
    expect((JSON.parse(unit.out) as { error: { code: string } }).error.code).toBe('not-found');
    const extra = await cadre('quotas', 'everything', '--data', data);
    expect([extra.code, extra.out]).toEqual([2, '']);
  });
});
