import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDemoAccounts, ensureFirstAccount } from './first-accounts.ts';
import { goodPassword, openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice();
});

afterEach(() => office.close());

describe('an empty store', () => {
  it('gets an administrator, with a new code at each start until somebody has used one', async () => {
    const first = await ensureFirstAccount(office.db);
    const second = await ensureFirstAccount(office.db);
    expect(first?.name).toBe('admin');
    expect(second?.code).not.toBe(first?.code);
    const redeem = (code = '') =>
      office.call('POST', '/session/first', { name: 'admin', code, password: goodPassword });
    expect((await redeem(first?.code)).status).toBe(401);
    expect(await redeem(second?.code)).toMatchObject({
      status: 200,
      body: { user: { role: 'administrator' } },
    });
    expect(await ensureFirstAccount(office.db)).toBeNull();
  });
});

describe('the sample district', () => {
  it('has one account of each role, with passwords that differ from store to store', async () => {
    const accounts = await addDemoAccounts(office.db);
    expect(accounts.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'ganbu clerk',
      'lingdao leader',
      'chayue reader',
      'admin administrator',
    ]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(4);
    for (const { name, role, password } of accounts) {
      expect(password).toMatch(/^([a-z]{4}-){3}\d{4}$/);
      expect(await office.call('POST', '/session', { name, password })).toMatchObject({
        body: { user: { name, role } },
      });
    }
    expect(await addDemoAccounts(office.db)).toEqual([]);
    expect(await ensureFirstAccount(office.db)).toBeNull();
  });
});
