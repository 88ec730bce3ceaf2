import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

describe('a stored password', () => {
  it('is an argon2id hash of 64 MiB and three passes with a salt of its own, parameters beside it', async () => {
    const [one, two] = [await hashPassword('四字密码加长-1'), await hashPassword('四字密码加长-1')];
    expect(one).toMatchObject({ algorithm: 'argon2id', memory: 65_536, passes: 3, parallelism: 1 });
    expect(Buffer.from(one.salt, 'base64')).toHaveLength(16);
    expect(Buffer.from(one.hash, 'base64')).toHaveLength(32);
    expect(two.hash).not.toBe(one.hash);
    expect(await isPassword('四字密码加长-1', one)).toBe(true);
    expect(await isPassword('四字密码加长-２', one)).toBe(false);
    expect(await isPassword('四字密码加长-１', one)).toBe(true);
  });

  it('is refused when there is none', async () => {
    expect(await isPassword('whatever', null)).toBe(false);
  });
});
