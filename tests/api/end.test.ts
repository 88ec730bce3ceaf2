import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildPages } from '../support/built-pages.ts';
import { startServer } from '../support/running-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('npm start', { timeout: 120_000 }, () => {
  it('answers when it is ready, and ends cleanly with npm when npm is asked to end', async () => {
    await buildPages();
    const data = tempFolder();
    // Without the set-up before it, which the tests had to run themselves.
    const server = await startServer(data, ['npm', 'start', '--ignore-scripts', '--']);
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    const page = await fetch(`${server.address}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await fetch(`${server.address}/api/v1/cadres/counts`)).status).toBe(401);
    server.child.kill('SIGTERM');
    // npm itself dies of the signal; its output closes when the server behind it has ended too.
    await server.exit;
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow('fetch failed');
    expect(readdirSync(data)).toEqual(['cadre.db']);
  });
});
