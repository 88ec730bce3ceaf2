import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operation } from '#platform/model';
import type { Server } from './build-server.ts';
import { defineFileRoute, defineRoute, defineUploadRoute } from './route.ts';
import { clerk, testServer } from './test-server.ts';

async function addressOf(server: Server): Promise<string> {
  await server.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/v1`;
}

const guarded = { summary: '测试', path: '/test', permission: 'cadre:read' } as const;

describe('a server that closes', () => {
  it('answers what is running and does not wait for connections that are kept alive', async () => {
    const [reached, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = operation({
      ...guarded,
      id: 'slow',
      method: 'GET',
      response: z.object({ ok: z.boolean() }),
    });
    const { server } = await testServer([
      defineRoute(slow, async () => {
        reached.resolve();
        await release.promise;
        return { ok: true };
      }),
    ]);
    const answer = fetch(`${await addressOf(server)}/test`, { headers: clerk });
    await reached.promise;
    const closed = server.close();
    release.resolve();
    expect(await (await answer).json()).toEqual({ ok: true });
    await closed;
  });
});

describe('a download that breaks off', () => {
  it('is seen by the browser as broken, and by the log without the error’s text', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(10);
        throw new Error('张三的照片损坏');
      })(),
    );
    const route = defineFileRoute({ ...guarded, id: 'broken' }, () => ({
      data: broken,
      mediaType: 'application/zip',
    }));
    const { server, log } = await testServer([route]);
    const address = await addressOf(server);
    await expect(
      fetch(`${address}/test`, { headers: clerk }).then((answer) => answer.arrayBuffer()),
    ).rejects.toThrow('terminated');
    await server.close();
    expect(log).toMatchObject([{ route: '/api/v1/test', cut: true }]);
    expect(log[0]?.error).toContain('real-connections.test.ts');
    expect(JSON.stringify(log)).not.toContain('张三');
  });
});

describe('an upload that is cancelled', () => {
  it('fails in the handler and leaves the server running', async () => {
    const [reading, failed] = [Promise.withResolvers<void>(), Promise.withResolvers<unknown>()];
    const upload = operation({ ...guarded, id: 'upload', method: 'POST', response: z.object({}) });
    const route = defineUploadRoute(upload, { fileSize: 1_000_000, files: 1 }, async ({ files }) => {
      try {
        for await (const { stream } of files) {
          for await (const _chunk of stream) reading.resolve();
        }
      } catch (error) {
        failed.resolve(error);
        throw error;
      }
      return {};
    });
    const { server } = await testServer([route]);
    const headers = { ...clerk, 'content-type': 'multipart/form-data; boundary=X' };
    const sending = httpRequest(`${await addressOf(server)}/test`, { method: 'POST', headers });
    sending.write('--X\r\nContent-Disposition: form-data; name="f"; filename="a.zip"\r\n\r\n');
    sending.write(Buffer.alloc(100_000));
    await reading.promise;
    const hungUp = once(sending, 'error');
    sending.destroy(new Error('cancelled'));
    await hungUp;
    expect(await failed.promise).toBeInstanceOf(Error);
    expect((await server.inject('/healthz')).statusCode).toBe(200);
  });
});
