import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, 'main.ts');
let folder: string;
let started: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-main-'));
  started = [];
});

afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Everything printed so far, errors included. */
  readonly text: () => string;
  /** The address that the server printed. */
  readonly address: Promise<string>;
  readonly exit: Promise<number | null>;
}

function run(command: string, args: readonly string[], env: Record<string, string> = {}): Run {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], PORT: '0', CADRE_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  const address = new Promise<string>((found) => {
    const add = (chunk: Buffer) => {
      text += chunk.toString();
      const url = /已启动：(http:\/\/[^/]+\/)/.exec(text)?.[1];
      if (url !== undefined) found(url);
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, text: () => text, address, exit };
}

const start = (env: Record<string, string> = {}, ...args: string[]) =>
  run(process.execPath, [main, '--empty', ...args], env);

describe('the server', () => {
  it('starts an empty store with a one-time code on the terminal, and ends cleanly on SIGTERM', async () => {
    const server = start();
    const address = await server.address;
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    const [, name = '', code = ''] = /账号“(\w+)”和一次性验证码 (\S+)/.exec(server.text()) ?? [];
    const answer = await fetch(`${address}api/v1/session/first`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, code, password: 'tiao-wen-52-qing' }),
    });
    expect(await answer.json()).toMatchObject({ user: { role: 'administrator' } });
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
    expect(readdirSync(folder)).toEqual(['cadre.db']);
  });

  it('ends when npm, which started it, is ended', async () => {
    const command = `"${process.execPath}" "${main}" --empty; true`;
    const shell = run('/bin/sh', ['-c', command], { npm_lifecycle_event: 'start' });
    await shell.address;
    shell.child.kill('SIGTERM');
    await shell.exit;
    expect(readdirSync(folder)).toEqual(['cadre.db']);
  });

  it('says that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const server = start({ PORT: String(port) });
    expect(await server.exit).toBe(2);
    expect(server.text()).toBe(
      `端口 ${port} 已被占用：本系统可能已经在运行，请先关闭占用它的程序，或换一个端口启动，例如 PORT=${port + 1} npm start。\n`,
    );
    other.close();
  });

  it('says which setting it cannot use, or that the data folder is none', async () => {
    const badPort = start({ PORT: 'http' });
    expect(await badPort.exit).toBe(2);
    expect(badPort.text()).toContain('PORT 的值“http”不是端口号');
    const badFolder = start({}, '--data', '/dev/null/data');
    expect(await badFolder.exit).toBe(2);
    expect(badFolder.text()).toMatch(/^数据目录 \/dev\/null\/data 无法使用（Error ENOTDIR）：.*。\n$/);
  });
});
