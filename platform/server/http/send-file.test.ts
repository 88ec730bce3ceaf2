import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.ts';
import { defineFileRoute } from './route.ts';
import type { FileAnswer } from './send-file.ts';
import { clerk, reader, testServer } from './test-server.ts';

const operation = { id: 'readFile', summary: '文件', path: '/file', permission: 'form:export' } as const;

async function fetchFile(answer: FileAnswer, headers: Record<string, string> = {}) {
  const { server } = await testServer([defineFileRoute(operation, () => answer)]);
  return server.inject({ url: '/api/v1/file', headers: { ...clerk, ...headers } });
}

describe('a download', () => {
  it('arrives with type, length and a Chinese name', async () => {
    const data = Buffer.from('任免审批表'.repeat(1000));
    const answer = await fetchFile(
      { data, mediaType: 'application/json', fileName: '张三 任免审批表.json' },
      {
        'accept-encoding': 'gzip',
      },
    );
    expect(answer.rawPayload.equals(data)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(data.length),
      'cache-control': 'no-store',
      'content-disposition': contentDisposition('张三 任免审批表.json'),
      'x-content-type-options': 'nosniff',
    });
  });

  it('may be a stream of known length', async () => {
    const data = Readable.from([Buffer.from('甲'), Buffer.from('乙')]);
    const answer = await fetchFile({ data, mediaType: 'application/zip', fileName: 'a.zip', size: 6 });
    expect(answer.body).toBe('甲乙');
    expect(answer.headers['content-length']).toBe('6');
  });

  it('is not sent again to a browser that has it', async () => {
    const photo = { data: Buffer.from('p'), mediaType: 'image/jpeg', etag: 'abc', immutable: true };
    const first = await fetchFile(photo);
    expect(first.headers).toMatchObject({
      etag: '"abc"',
      'cache-control': 'private, max-age=31536000, immutable',
    });
    expect(first.headers['content-disposition']).toBeUndefined();
    const again = await fetchFile(photo, { 'if-none-match': 'W/"x", "abc"' });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('is denied like every other route', async () => {
    const file = defineFileRoute(operation, () => ({ data: Buffer.from('p'), mediaType: 'image/jpeg' }));
    const { server } = await testServer([file]);
    expect((await server.inject('/api/v1/file')).statusCode).toBe(401);
    expect((await server.inject({ url: '/api/v1/file', headers: reader })).statusCode).toBe(403);
  });
});

describe('the name of a download', () => {
  it.each([
    ['a.zip', `attachment; filename="a.zip"; filename*=UTF-8''a.zip`],
    ['𬀩"(1)%.pdf', `attachment; filename="__(1)_.pdf"; filename*=UTF-8''%F0%AC%80%A9%22%281%29%25.pdf`],
    ['../a\\b\r\nX: 1.pdf', `attachment; filename=".._a_b__X: 1.pdf"; filename*=UTF-8''.._a_b__X%3A%201.pdf`],
    ['\ud800.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%EF%BF%BD.pdf`],
  ])('%j', (name, header) => {
    expect(contentDisposition(name)).toBe(header);
  });
});
