import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CadreError, operation, type Permission } from '#platform/model';
import { definePublicRoute, defineRoute } from './route.ts';
import { clerk, reader, testServer } from './test-server.ts';

const editNote = operation({
  id: 'editNote',
  summary: '保存摘记',
  method: 'PUT',
  path: '/notes/:id',
  permission: 'cadre:edit',
  params: z.object({ id: z.string() }),
  query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
  body: z.object({
    title: z.string().trim().min(1, '请填写标题').max(5),
    kind: z.enum(['a', 'b']),
    tags: z
      .array(z.object({ name: z.string().max(3) }))
      .max(2)
      .optional(),
  }),
  response: z.object({ title: z.string(), page: z.number() }),
});

const notes = defineRoute(editNote, ({ params, query, body, actor }) => {
  if (params.id === 'conflict') {
    throw new CadreError('version-conflict', 409, '他人已修改。', { mine: body.title, theirs: '乙' });
  }
  if (params.id === 'broken') throw new Error(`secret ${body.title} of ${actor.name}`);
  return { title: body.title, page: query.page, hidden: 'not in the contract' };
});

const put = (url: string, payload: object | string | undefined, headers: Record<string, string> = clerk) => ({
  method: 'PUT' as const,
  url,
  ...(payload === undefined ? {} : { payload }),
  headers,
});

describe('a route', () => {
  it('gets the typed parts and answers by the contract, without what the contract does not name', async () => {
    const { server } = await testServer([notes]);
    const answer = await server.inject(put('/api/v1/notes/1?page=2', { title: ' 甲 ', kind: 'a' }));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ title: '甲', page: 2 });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is denied without a session and without the permission before its body is read', async () => {
    const { server } = await testServer([notes]);
    const unsigned = await server.inject(
      put('/api/v1/notes/1', '{broken', { 'content-type': 'application/json' }),
    );
    expect(unsigned.statusCode).toBe(401);
    expect(unsigned.json()).toMatchObject({ error: { code: 'sign-in-needed' } });
    const reading = await server.inject(put('/api/v1/notes/1', {}, reader));
    expect(reading.statusCode).toBe(403);
    expect(reading.json()).toMatchObject({
      error: { code: 'forbidden', details: { permission: 'cadre:edit' } },
    });
  });

  it('cannot be built without saying who may call it', () => {
    const open = { ...editNote, permission: 'public' as const };
    expect(() => defineRoute(open, () => ({ title: '', page: 1 }))).toThrow('permission public');
    expect(() => definePublicRoute(editNote, () => ({ title: '', page: 1 }))).toThrow('cadre:edit');
    for (const nothing of [undefined, '', 'cadre:everything', 'toString']) {
      const unsaid = { ...editNote, permission: nothing as Permission };
      expect(() => defineRoute(unsaid, () => ({ title: '', page: 1 }))).toThrow('permission');
    }
  });
});

describe('a refused body', () => {
  it('names every field in Chinese, with the contract’s own sentence where it has one', async () => {
    const { server } = await testServer([notes]);
    const tags = [{ name: '很长的标签' }];
    const answer = await server.inject(put('/api/v1/notes/1', { title: '', kind: 'c', tags }));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      error: {
        code: 'invalid',
        message: '提交的内容有误：请填写标题；「kind」只能是 a、b；「tags.0.name」不能超过 3 个字。',
        details: {
          issues: [
            { part: 'body', field: 'title', message: '请填写标题' },
            { part: 'body', field: 'kind', message: '「kind」只能是 a、b' },
            { part: 'body', field: 'tags.0.name', message: '「tags.0.name」不能超过 3 个字' },
          ],
        },
      },
    });
  });

  it.each([
    ['nothing', undefined, '内容应为一组内容'],
    ['a missing field', { kind: 'a' }, '缺少「title」'],
    ['a wrong type', { title: 3, kind: 'a' }, '「title」应为文字'],
    [
      'a long list',
      { title: '甲', kind: 'a', tags: [{ name: '1' }, { name: '2' }, { name: '3' }] },
      '「tags」不能超过 2 项',
    ],
  ])('is explained: %s', async (_case, payload, message) => {
    const { server } = await testServer([notes]);
    const answer = await server.inject(put('/api/v1/notes/1', payload));
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ error: { message: string } }>().error.message).toContain(message);
  });

  it('may be no JSON, of another kind, or too large', async () => {
    const { server } = await testServer([notes]);
    const json = { ...clerk, 'content-type': 'application/json' };
    const broken = await server.inject(put('/api/v1/notes/1', '{"title":"张三', json));
    expect(broken.statusCode).toBe(400);
    expect(broken.body).not.toContain('张三');
    const text = await server.inject(
      put('/api/v1/notes/1', 'title=1', { ...clerk, 'content-type': 'text/plain' }),
    );
    expect(text.statusCode).toBe(415);
    const large = await server.inject(put('/api/v1/notes/1', { title: 'x'.repeat(9 << 20), kind: 'a' }));
    expect(large.statusCode).toBe(413);
    expect(large.json()).toMatchObject({ error: { code: 'too-large', message: '内容过大，上限为 8 MB。' } });
  });
});

describe('an error', () => {
  it('from the catalogue travels with its status and details', async () => {
    const { server } = await testServer([notes]);
    const answer = await server.inject(put('/api/v1/notes/conflict', { title: '甲', kind: 'a' }));
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({
      error: { code: 'version-conflict', message: '他人已修改。', details: { mine: '甲', theirs: '乙' } },
    });
  });

  it('that nobody foresaw tells the user a number and the log its place, and neither what was entered', async () => {
    const { server, log } = await testServer([notes]);
    const answer = await server.inject(put('/api/v1/notes/broken?page=7', { title: '甲乙', kind: 'a' }));
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/secret|甲乙|route\.test/);
    const [entry] = log;
    expect(entry).toMatchObject({ method: 'PUT', route: '/api/v1/notes/:id', status: 500 });
    expect(answer.json()).toMatchObject({
      error: { code: 'internal', details: { incident: entry?.incident } },
    });
    expect(entry?.error).toContain('route.test.ts');
    expect(JSON.stringify(log)).not.toMatch(/secret|甲乙|张三|page=|broken/);
  });

  it('answers an unknown address of the API in the same form', async () => {
    const { server } = await testServer([notes]);
    const answer = await server.inject({ url: '/api/v1/nothing', headers: clerk });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ error: { code: 'not-found' } });
  });
});
