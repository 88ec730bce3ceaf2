import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testServer } from './test-server.ts';

const page = '<html><head><meta name="csp-nonce" content="__CSP_NONCE__"></head></html>';
const script = 'export const a = 1;';

async function webServer() {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-web-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'sw.js'), script);
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), script);
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.gz'), gzipSync(script));
  return (await testServer([], folder)).server;
}

describe('the page', () => {
  it('carries a fresh nonce that agrees with its policy', async () => {
    const server = await webServer();
    const nonces: string[] = [];
    for (const url of ['/', '/index.html', '/cadres/some-id']) {
      const answer = await server.inject({ url, headers: { accept: 'text/html,*/*' } });
      const nonce = /content="([^"]+)"/.exec(answer.body)?.[1] ?? '';
      expect(answer.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(answer.headers['content-security-policy']).not.toContain('unsafe-inline');
      expect(answer.headers['cache-control']).toBe('no-cache');
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(3);
    expect(nonces).not.toContain('__CSP_NONCE__');
  });

  it('is not the answer to an unknown file or an unknown address of the API', async () => {
    const server = await webServer();
    const file = await server.inject({ url: '/assets/gone.js', headers: { accept: '*/*' } });
    expect(file.statusCode).toBe(404);
    const api = await server.inject({ url: '/api/v2/cadres', headers: { accept: 'text/html' } });
    expect(api.statusCode).toBe(404);
    expect(api.json()).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('files of the build', () => {
  it('are kept for ever when their name has a hash, and are sent compressed', async () => {
    const server = await webServer();
    const answer = await server.inject({
      url: '/assets/app-1a2b.js',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
    });
    const plain = await server.inject('/assets/app-1a2b.js');
    expect(plain.body).toBe(script);
  });

  it('let a worker call the API, which has the policy of its own script', async () => {
    const server = await webServer();
    const policy = (await server.inject('/sw.js')).headers['content-security-policy'];
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('nonce');
  });

  it('are asked for again when it has none, and hidden ones are not there', async () => {
    const server = await webServer();
    expect((await server.inject('/sw.js')).headers['cache-control']).toBe('no-cache');
    expect((await server.inject('/.vite/manifest.json')).statusCode).toBe(404);
    expect((await server.inject('/%2e%2e/%2e%2e/etc/passwd')).statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('the server', () => {
  it('says that it is ready, and sends the security headers everywhere', async () => {
    const server = await webServer();
    const answer = await server.inject('/healthz');
    expect(answer.json()).toEqual({ status: 'ok' });
    expect(answer.headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
  });
});
