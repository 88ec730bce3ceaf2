import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operation } from '#platform/model';
import { definePublicRoute } from './route.ts';
import { testServer } from './test-server.ts';

const declared = {
  summary: '摘记',
  path: '/notes',
  permission: 'public',
  response: z.object({ ok: z.boolean() }),
} as const;

const routes = [
  definePublicRoute(operation({ ...declared, id: 'readNotes', method: 'GET' }), () => ({ ok: true })),
  definePublicRoute(operation({ ...declared, id: 'addNote', method: 'POST' }), ({ keepSession }) => {
    keepSession('secret', 60);
    return { ok: true };
  }),
];

describe('a change', () => {
  it.each<[string, Record<string, string>, number]>([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'https://gb.example' }, 200],
    ['our own page over plain HTTP', { origin: 'http://gb.example' }, 200],
    ['a program without a browser', {}, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    [
      'another host of the same site',
      { 'sec-fetch-site': 'same-site', origin: 'https://other.example' },
      403,
    ],
    ['another site over plain HTTP', { origin: 'http://evil.example' }, 403],
    ['another port over plain HTTP', { origin: 'http://gb.example:8081' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
  ])('from %s', async (_case, headers, status) => {
    const { server } = await testServer(routes);
    const answer = await server.inject({
      method: 'POST',
      url: '/api/v1/notes',
      headers: { host: 'gb.example', ...headers },
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject(
      status === 200 ? { ok: true } : { error: { code: 'foreign-origin' } },
    );
  });

  it('is not what a link from another site does', async () => {
    const { server } = await testServer(routes);
    const answer = await server.inject({ url: '/api/v1/notes', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.statusCode).toBe(200);
  });
});

describe('the session cookie', () => {
  it('is out of reach for scripts and other sites', async () => {
    const { server } = await testServer(routes);
    const answer = await server.inject({ method: 'POST', url: '/api/v1/notes' });
    expect(answer.headers['set-cookie']).toBe(
      'cadre-session=secret; Max-Age=60; Path=/; HttpOnly; SameSite=Strict',
    );
  });

  it('stays on encrypted connections where the proxy before the server has one', async () => {
    const { server } = await testServer(routes);
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await server.inject({ method: 'POST', url: '/api/v1/notes', headers });
    expect(answer.headers['set-cookie']).toContain('Secure');
  });
});
