import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestOffice, type TestOffice } from './test-office.ts';

const hour = 3_600_000;
let office: TestOffice;
let cookie: string;

beforeEach(async () => {
  office = await openTestOffice();
  ({ cookie } = await office.join('lixia', 'clerk'));
});

afterEach(async () => {
  vi.useRealTimers();
  await office.close();
});

const isSignedIn = async () =>
  (await office.call('GET', '/session', undefined, cookie)).body['user'] !== null;
const later = (milliseconds: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

describe('a session', () => {
  it('knows its user, and what the user may do', async () => {
    const { body } = await office.call('GET', '/session', undefined, cookie);
    expect(body).toMatchObject({ user: { name: 'lixia', role: 'clerk' }, sampleData: false });
    expect(body).toHaveProperty('user.permissions', expect.arrayContaining(['cadre:edit', 'form:import']));
  });

  it('is nobody without a cookie or with a made-up one', async () => {
    cookie = '';
    expect(await isSignedIn()).toBe(false);
    cookie = 'cadre-session=made-up';
    expect(await isSignedIn()).toBe(false);
  });

  it('ends after eight hours without a request', async () => {
    later(8 * hour - 1_000);
    expect(await isSignedIn()).toBe(true);
    later(8 * hour);
    expect(await isSignedIn()).toBe(false);
  });

  it('ends after a day, however busy', async () => {
    for (let n = 0; n < 5; n += 1) {
      later(4.5 * hour);
      expect(await isSignedIn()).toBe(true);
    }
    later(1.5 * hour);
    expect(await isSignedIn()).toBe(false);
    expect(await office.identity.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });

  it('ends when the user signs out', async () => {
    const answer = await office.call('DELETE', '/session', undefined, cookie);
    expect(answer.setCookie).toContain('cadre-session=;');
    expect(await isSignedIn()).toBe(false);
  });

  it('is stored without its secret', async () => {
    const stored = await office.identity.selectFrom('sessions').selectAll().execute();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(cookie.replace('cadre-session=', ''));
  });
});
