import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cadre, cadreJson } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

const work = tempFolder();

/** Builds a sample district and returns the hashes of everything in it as lines of JSON. */
async function sample(folder: string, seed: number): Promise<string[]> {
  const data = join(work, folder);
  const made = await cadreJson(0, 'sample', '--persons', '60', '--seed', String(seed), '--data', data);
  expect(made).toEqual({ people: 60, seed });
  const files = ['cadres', 'units'].map(
    (subject) => [subject, join(work, `${folder}-${subject}.jsonl`)] as const,
  );
  for (const [subject, out] of files) {
    await cadreJson(0, 'export', '--format', 'jsonl', '--subject', subject, '--out', out, '--data', data);
  }
  return files.map(([, out]) => createHash('sha256').update(readFileSync(out)).digest('hex'));
}

describe('the sample district by command', { timeout: 120_000 }, () => {
  it('is the same to the byte for a seed, another for another, and never put into a store that is there', async () => {
    const [a, b, c] = await Promise.all([sample('a', 5), sample('b', 5), sample('c', 6)]);
    expect(b).toEqual(a);
    expect(c[0]).not.toBe(a[0]);
    const refused = await cadre('sample', '--persons', '10', '--data', join(work, 'a'));
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('已有数据库');
  });
});

describe('an account by command', { timeout: 120_000 }, () => {
  it('gets a one-time code, needs a known role, and is made only once', async () => {
    const data = ['--data', join(work, 'users')];
    const added = await cadre('user', 'add', 'zhangwei', '--role', 'clerk', ...data);
    expect([added.code, added.err]).toEqual([0, '']);
    expect(added.out).toMatch(/^已新增账户“zhangwei”。首次登录的一次性验证码：\S{8,}\n$/);
    const again = await cadre('user', 'add', 'zhangwei', '--role', 'clerk', ...data);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/zhangwei|账号/);
    const role = await cadre('user', 'add', 'lina', '--role', 'king', ...data);
    expect([role.code, role.out]).toEqual([2, '']);
  });
});
