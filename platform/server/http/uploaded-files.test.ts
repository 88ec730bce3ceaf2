import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CadreError, operation } from '#platform/model';
import { defineUploadRoute, type UploadRoute } from './route.ts';
import { clerk, reader, testServer } from './test-server.ts';

const upload = operation({
  id: 'upload',
  summary: '上传',
  method: 'POST',
  path: '/folders/:id/files',
  permission: 'form:import',
  params: z.object({ id: z.string() }),
  response: z.object({ files: z.array(z.string()) }),
});

const limits = { fileSize: 100_000, files: 3 };

/** Reads every file, or none of those whose names begin with `skip`. */
const readAll = defineUploadRoute(upload, limits, async ({ files, params }) => {
  const seen: string[] = [];
  for await (const { fieldName, fileName, stream } of files) {
    const size = fileName.startsWith('skip') ? '-' : (await buffer(stream)).length;
    seen.push(`${params.id} ${fieldName} ${fileName} ${size}`);
  }
  return { files: seen };
});

async function send(route: UploadRoute, files: readonly (readonly [string, number])[], headers = clerk) {
  const { server } = await testServer([route]);
  const form = new FormData();
  for (const [name, size] of files) form.append('files', new Blob([new Uint8Array(size)]), name);
  return server.inject({ method: 'POST', url: '/api/v1/folders/7/files', payload: form, headers });
}

describe('an upload', () => {
  it('hands over the files one after another with their Chinese names and folders', async () => {
    const answer = await send(readAll, [
      ['三科/张三.lrmx', 5],
      ['李四𬀩.lrmx', 90_000],
    ]);
    expect(answer.json()).toEqual({ files: ['7 files 三科/张三.lrmx 5', '7 files 李四𬀩.lrmx 90000'] });
  });

  it('never names a place outside the upload', async () => {
    const answer = await send(readAll, [['/etc/../a\\..\\./b.lrmx', 1]]);
    expect(answer.json()).toEqual({ files: ['7 files etc/a/b.lrmx 1'] });
  });

  it('goes on after a file that was not read, or read in part', async () => {
    const skipped = await send(readAll, [
      ['skip.lrmx', 99_000],
      ['b.lrmx', 2],
    ]);
    expect(skipped.json()).toEqual({ files: ['7 files skip.lrmx -', '7 files b.lrmx 2'] });
    const readHead = defineUploadRoute(upload, limits, async ({ files }) => {
      const seen: string[] = [];
      for await (const { fileName, stream } of files) {
        for await (const chunk of stream) {
          seen.push(`${fileName} ${(chunk as Uint8Array).length > 0}`);
          break;
        }
      }
      return { files: seen };
    });
    const partly = await send(readHead, [
      ['a.lrmx', 99_000],
      ['b.lrmx', 2],
    ]);
    expect(partly.json()).toEqual({ files: ['a.lrmx true', 'b.lrmx true'] });
  });

  it('is answered although the handler took nothing or stopped early', async () => {
    const takesNone = defineUploadRoute(upload, limits, () => ({ files: [] }));
    expect((await send(takesNone, [['a.lrmx', 99_000]])).statusCode).toBe(200);
    const takesOne = defineUploadRoute(upload, limits, async ({ files }) => {
      for await (const { fileName } of files) return { files: [fileName] };
      return { files: [] };
    });
    expect(
      (
        await send(takesOne, [
          ['a.lrmx', 99_000],
          ['b.lrmx', 99_000],
        ])
      ).json(),
    ).toEqual({ files: ['a.lrmx'] });
  });

  it('is refused when a file is too large', async () => {
    const answer = await send(readAll, [
      ['a.lrmx', 1],
      ['b.lrmx', 100_001],
    ]);
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({
      error: { code: 'too-large', message: '内容过大，上限为 每个文件 98 KB。' },
    });
  });

  it('is refused when there are too many files', async () => {
    const answer = await send(readAll, [
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 1],
    ]);
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ error: { message: '内容过大，上限为 每次 3 个文件。' } });
  });

  it('is denied before anything is read, and must be multipart', async () => {
    expect((await send(readAll, [['a', 1]], reader)).statusCode).toBe(403);
    const { server } = await testServer([readAll]);
    const json = await server.inject({
      method: 'POST',
      url: '/api/v1/folders/7/files',
      payload: {},
      headers: clerk,
    });
    expect(json.statusCode).toBe(415);
  });

  it('passes the handler’s own refusal on', async () => {
    const refuses = defineUploadRoute(upload, limits, async ({ files }) => {
      for await (const { fileName } of files)
        throw new CadreError('import-closed', 409, `不能再上传${fileName}。`);
      return { files: [] };
    });
    const answer = await send(refuses, [
      ['a.lrmx', 99_000],
      ['b.lrmx', 99_000],
    ]);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ error: { code: 'import-closed' } });
  });
});
