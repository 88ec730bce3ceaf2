// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { CadreError, operation } from '#platform/model';
import { call, readAnswer, signInNeededEvent } from './call.ts';

const edit = operation({
  id: 'edit',
  summary: '',
  method: 'PUT',
  path: '/people/:id/sets/:set',
  permission: 'cadre:edit',
  params: z.object({ id: z.string(), set: z.string() }),
  query: z.object({ page: z.number().optional(), state: z.string().optional() }),
  body: z.object({ rows: z.array(z.string()) }),
  response: z.object({ version: z.number() }),
});

const asked: { url: string; init: RequestInit }[] = [];
let answer: () => Response = () => Response.json({ version: 2 });

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
  answer = () => Response.json({ version: 2 });
});

const input = { params: { id: 'a/b', set: 'A02' }, query: { page: 3 }, body: { rows: ['x'] } };

test('a call fills the path, leaves out what was not asked and sends JSON', async () => {
  expect(await call(edit, input)).toEqual({ version: 2 });
  expect(asked[0]?.url).toBe('/api/v1/people/a%2Fb/sets/A02?page=3');
  expect(asked[0]?.init).toMatchObject({ method: 'PUT', body: '{"rows":["x"]}' });
});

test('a refusal becomes an error with code, sentence and details', async () => {
  const error = { code: 'version-conflict', message: '其他人已经改动。', details: { conflicts: [1] } };
  answer = () => Response.json({ error }, { status: 409 });
  const refused = await call(edit, input).catch((problem: unknown) => problem);
  expect(refused).toBeInstanceOf(CadreError);
  expect(refused).toMatchObject({ code: 'version-conflict', status: 409, message: '其他人已经改动。' });
  expect(refused).toHaveProperty('details.conflicts', [1]);
});

test('a server that cannot be reached is told apart from one that refuses', async () => {
  answer = () => {
    throw new TypeError('Failed to fetch');
  };
  await expect(call(edit, input)).rejects.toMatchObject({ code: 'network', status: 0 });
});

test('the window is told when nobody is signed in any more', () => {
  let told = 0;
  const listener = (): void => void (told += 1);
  window.addEventListener(signInNeededEvent, listener);
  const body = JSON.stringify({ error: { code: 'sign-in-needed', message: '请先登录。' } });
  expect(() => readAnswer(401, body)).toThrow('请先登录。');
  window.removeEventListener(signInNeededEvent, listener);
  expect(told).toBe(1);
});

test('an answer that is no JSON still gives a sentence', () => {
  expect(() => readAnswer(502, '<html>Bad gateway</html>')).toThrow('服务器未能完成操作（502）');
});
