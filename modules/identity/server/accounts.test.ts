import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goodPassword, openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
let admin: { id: string; cookie: string };

beforeEach(async () => {
  office = await openTestOffice();
  admin = await office.join('admin', 'administrator');
});

afterEach(() => office.close());

const asAdmin = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
  office.call(method, path, body, admin.cookie);
const edit = (id: string, change: object) =>
  asAdmin('PUT', `/users/${id}`, { displayName: '李夏', role: 'clerk', disabled: false, ...change });
const userOfSession = async (cookie: string) =>
  (await office.call('GET', '/session', undefined, cookie)).body['user'];

describe('an administrator', () => {
  it('adds an account, which is ready once its code was redeemed', async () => {
    const added = await asAdmin('POST', '/users', { name: 'lixia', displayName: '李夏', role: 'clerk' });
    expect(added.status).toBe(200);
    const ready = async () => {
      const { users } = (await asAdmin('GET', '/users')).body as {
        users: { name: string; ready: boolean }[];
      };
      return users.find(({ name }) => name === 'lixia')?.ready;
    };
    expect(await ready()).toBe(false);
    const first = { name: 'lixia', code: added.body['code'], password: goodPassword };
    expect((await office.call('POST', '/session/first', first)).status).toBe(200);
    expect(await ready()).toBe(true);
  });

  it('cannot give a name twice, whatever its case', async () => {
    const answer = await asAdmin('POST', '/users', { name: 'ADMIN', displayName: '甲', role: 'reader' });
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'user-exists' } } });
  });

  it('ends all sessions of an account by disabling it', async () => {
    const clerk = await office.join('lixia', 'clerk');
    expect((await edit(clerk.id, { disabled: true })).status).toBe(200);
    expect(await userOfSession(clerk.cookie)).toBeNull();
    expect((await edit(clerk.id, { disabled: false })).status).toBe(200);
    expect(await userOfSession(clerk.cookie)).toBeNull();
  });

  it('ends all sessions of an account and its password by resetting it', async () => {
    const clerk = await office.join('lixia', 'clerk');
    const { body } = await asAdmin('POST', `/users/${clerk.id}/code`);
    expect(await userOfSession(clerk.cookie)).toBeNull();
    expect((await office.call('POST', '/session', { name: 'lixia', password: goodPassword })).status).toBe(
      401,
    );
    const first = { name: 'lixia', code: body['code'], password: 'another-good-1' };
    expect((await office.call('POST', '/session/first', first)).status).toBe(200);
  });

  it('changes a role at once, also for sessions that are open', async () => {
    const clerk = await office.join('lixia', 'clerk');
    await edit(clerk.id, { role: 'reader' });
    expect(await userOfSession(clerk.cookie)).toMatchObject({
      role: 'reader',
      permissions: ['cadre:read', 'unit:read', 'quota:read', 'query:run', 'roster:read'],
    });
  });

  it('learns that an account is not there', async () => {
    expect((await edit('nobody', {})).status).toBe(404);
    expect((await asAdmin('POST', '/users/nobody/code')).status).toBe(404);
  });
});

describe('the last administrator', () => {
  it('can be neither disabled nor given another role, also beside one who never signed in', async () => {
    await asAdmin('POST', '/users', { name: 'second', displayName: '二', role: 'administrator' });
    for (const change of [{ disabled: true, role: 'administrator' }, { role: 'clerk' }]) {
      expect(await edit(admin.id, change)).toMatchObject({
        status: 409,
        body: { error: { code: 'last-administrator' } },
      });
    }
    expect((await edit(admin.id, { role: 'administrator', displayName: '新名' })).status).toBe(200);
  });

  it('may leave when another one can sign in', async () => {
    await office.join('second', 'administrator');
    expect((await edit(admin.id, { role: 'clerk' })).status).toBe(200);
  });

  it('remains when two leave at the same time', async () => {
    const second = await office.join('second', 'administrator');
    const answers = await Promise.all([
      edit(admin.id, { role: 'clerk' }),
      office.call(
        'PUT',
        `/users/${second.id}`,
        { displayName: '二', role: 'clerk', disabled: false },
        second.cookie,
      ),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe('everybody else', () => {
  it.each(['clerk', 'leader', 'reader'] as const)('does not manage accounts: %s', async (role) => {
    const { cookie } = await office.join('wuwei', role);
    expect(await office.call('GET', '/users', undefined, cookie)).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden', details: { permission: 'user:manage' } } },
    });
  });
});

describe('the account events', () => {
  it('tell who did what to which account, without secrets, and stay as they are', async () => {
    const clerk = await office.join('lixia', 'clerk');
    await edit(clerk.id, { disabled: true });
    await asAdmin('POST', `/users/${clerk.id}/code`);
    const events = await office.identity
      .selectFrom('account_events')
      .selectAll()
      .where('user_id', '=', clerk.id)
      .orderBy('seq')
      .execute();
    expect(events.map(({ actor_name: by, event }) => `${by} ${event}`)).toEqual([
      '命令行 added',
      'admin edited',
      'admin reset',
    ]);
    expect(JSON.stringify(events)).not.toContain(goodPassword);
    await expect(office.identity.deleteFrom('account_events').execute()).rejects.toThrow('never removed');
    await expect(office.identity.updateTable('account_events').set({ event: 'x' }).execute()).rejects.toThrow(
      'never changed',
    );
  });
});
