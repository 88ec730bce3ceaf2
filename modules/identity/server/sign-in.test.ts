import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addUserAccount } from './first-accounts.ts';
import { currentParameters, hashPassword } from './passwords.ts';
import { findUser, updateUser } from './queries.ts';
import { hashSecret } from './secrets.ts';
import { cookieOf, goodPassword, openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice();
});

afterEach(async () => {
  vi.useRealTimers();
  await office.close();
});

const signIn = (name: string, password: string) => office.call('POST', '/session', { name, password });

describe('a one-time code', () => {
  it('sets the password once and signs in', async () => {
    const { code } = await addUserAccount(office.db, { name: 'lixia', displayName: '李夏', role: 'clerk' });
    const first = { name: 'lixia', code: code.toLowerCase().replaceAll('-', ' '), password: goodPassword };
    const answer = await office.call('POST', '/session/first', first);
    expect(answer).toMatchObject({ status: 200, body: { user: { displayName: '李夏', role: 'clerk' } } });
    expect(await office.call('POST', '/session/first', first)).toMatchObject({
      status: 401,
      body: { error: { code: 'code-refused' } },
    });
    expect(await signIn('ＬＩＸＩＡ', goodPassword)).toMatchObject({ status: 200 });
  });

  it('is worth nothing after seven days', async () => {
    const { code } = await addUserAccount(office.db, { name: 'lixia', displayName: '李夏', role: 'clerk' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 24 * 3_600_000 + 1_000 });
    const answer = await office.call('POST', '/session/first', {
      name: 'lixia',
      code,
      password: goodPassword,
    });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'code-refused' } } });
  });

  it('survives a refused password', async () => {
    const { code } = await addUserAccount(office.db, { name: 'lixia', displayName: '李夏', role: 'clerk' });
    const weak = await office.call('POST', '/session/first', { name: 'lixia', code, password: 'lixia123' });
    expect(weak).toMatchObject({ status: 400, body: { error: { code: 'password-weak' } } });
    const good = await office.call('POST', '/session/first', { name: 'lixia', code, password: goodPassword });
    expect(good.status).toBe(200);
  });

  it('works for one of two who redeem it at the same time', async () => {
    const { code } = await addUserAccount(office.db, { name: 'lixia', displayName: '李夏', role: 'clerk' });
    const redeem = (password: string) =>
      office.call('POST', '/session/first', { name: 'lixia', code, password });
    const answers = await Promise.all([redeem(goodPassword), redeem(`${goodPassword}-2`)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  it('is stored as a hash only', async () => {
    const { id, code } = await addUserAccount(office.db, {
      name: 'lixia',
      displayName: '李夏',
      role: 'clerk',
    });
    const row = await office.identity
      .selectFrom('users')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(code);
    expect(row.code_hash).toBe(hashSecret(code.replaceAll('-', '')));
  });
});

describe('signing in with a password', () => {
  it('refuses an unknown account, a wrong password and an account without one in the same words', async () => {
    await office.join('lixia', 'clerk');
    await addUserAccount(office.db, { name: 'wuwei', displayName: '吴卫', role: 'clerk' });
    const answers = [
      await signIn('nobody', goodPassword),
      await signIn('lixia', 'not-the-password'),
      await signIn('wuwei', goodPassword),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: 'sign-in-refused' } } });
  });

  it('makes one wait after five failures, also with the right password, and nobody else', async () => {
    await office.join('lixia', 'clerk');
    await office.join('wuwei', 'clerk');
    for (let n = 0; n < 5; n += 1) await signIn('lixia', 'not-the-password');
    const answer = await signIn('lixia', goodPassword);
    expect(answer).toMatchObject({ status: 429, body: { error: { code: 'too-many-attempts' } } });
    expect(JSON.stringify(answer.body)).toContain('请 15 分钟后再试');
    expect((await signIn('wuwei', goodPassword)).status).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 });
    expect((await signIn('lixia', goodPassword)).status).toBe(200);
  });

  it('tells only the one who knows the password that the account is disabled', async () => {
    const { id } = await office.join('lixia', 'clerk');
    await office.identity.updateTable('users').set({ disabled: 1 }).where('id', '=', id).execute();
    expect(await signIn('lixia', 'not-the-password')).toMatchObject({
      body: { error: { code: 'sign-in-refused' } },
    });
    expect(await signIn('lixia', goodPassword)).toMatchObject({
      body: { error: { code: 'account-disabled' } },
    });
  });

  it('hashes the password anew when more effort is usual today', async () => {
    const { id } = await office.join('lixia', 'clerk');
    const cheap = await hashPassword(goodPassword, { ...currentParameters, memory: 19_456, passes: 2 });
    await updateUser(office.identity, id, { password: JSON.stringify(cheap) });
    expect((await signIn('lixia', goodPassword)).status).toBe(200);
    expect((await findUser(office.identity, id))?.password).toMatchObject(currentParameters);
    expect((await signIn('lixia', goodPassword)).status).toBe(200);
  });

  it('says in Chinese which field is missing', async () => {
    const answer = await office.call('POST', '/session', { name: ' ', password: 7 });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: { code: 'invalid', message: '提交的内容有误：请输入账号；「password」应为文字。' },
    });
  });

  it('leaves neither name nor password in the log', async () => {
    await office.join('lixia', 'clerk');
    await signIn('lixia', 'not-the-password');
    const text = JSON.stringify(office.log);
    expect(office.log.at(-1)).toMatchObject({ method: 'POST', route: '/api/v1/session', status: 401 });
    for (const secret of ['lixia', 'not-the-password', goodPassword]) expect(text).not.toContain(secret);
  });
});

describe('a changed password', () => {
  it('ends the other sessions and needs the current one', async () => {
    const { cookie } = await office.join('lixia', 'clerk');
    const other = cookieOf((await signIn('lixia', goodPassword)).setCookie);
    const change = (current: string, next: string) =>
      office.call('PUT', '/session/password', { current, next }, cookie);
    expect(await change('not-the-password', 'another-good-1')).toMatchObject({ status: 400 });
    expect(await change(goodPassword, goodPassword)).toMatchObject({
      body: { error: { code: 'password-weak' } },
    });
    expect(await change(goodPassword, 'another-good-1')).toMatchObject({ status: 200 });
    expect((await office.call('GET', '/session', undefined, other)).body).toMatchObject({ user: null });
    expect((await office.call('GET', '/session', undefined, cookie)).body).toMatchObject({
      user: { name: 'lixia' },
    });
    expect((await signIn('lixia', 'another-good-1')).status).toBe(200);
  });
});
