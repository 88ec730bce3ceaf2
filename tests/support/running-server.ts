import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RoleName } from '#modules/identity';
import { afterFile } from './after-file.ts';
import { root } from './source-files.ts';

/** What came back from a call. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Somebody who is signed in. */
export interface Client {
  call<Body = Record<string, unknown>>(method: Method, path: string, body?: object): Promise<Answer<Body>>;
  upload(path: string, form: FormData): Promise<Answer>;
  download(path: string): Promise<Buffer>;
}

/** The real server in a process of its own, on a port that was free. */
export interface RunningServer {
  readonly address: string;
  readonly child: ChildProcess;
  /** Everything that it printed. */
  readonly text: () => string;
  readonly exit: Promise<number | null>;
  /** The account of the first start with its one-time code. */
  readonly first: { readonly name: string; readonly code: string };
  /** Adds an account by the administrator and signs it in. */
  addUser(name: string, role: RoleName): Promise<Client>;
  /** Adds an account by the administrator and returns its one-time code. */
  addAccount(name: string, role: RoleName): Promise<string>;
}

export const password = 'tiao-wen-52-qing';

/** Starts the server over a data folder; it ends with the tests of the file. */
export async function startServer(
  data: string,
  command: readonly [string, ...string[]] = [process.execPath, join(root, 'server', 'main.ts')],
): Promise<RunningServer> {
  const [program, ...args] = command;
  const child = spawn(program, [...args, '--empty', '--data', data], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  afterFile(() => {
    child.kill('SIGKILL');
    return exit;
  });
  let text = '';
  const address = await new Promise<string>((found, fail) => {
    const add = (chunk: Buffer) => {
      text += chunk.toString();
      const url = /已启动：(http:\/\/[^/]+)\//.exec(text)?.[1];
      if (url !== undefined) found(url);
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    void exit.then((code) => fail(new Error(`the server ended with ${code}: ${text}`)));
  });
  const [, name = '', code = ''] = /账号“(\w+)”和一次性验证码 (\S+)/.exec(text) ?? [];
  let admin: Promise<Client> | null = null;
  const addAccount = async (account: string, role: RoleName): Promise<string> => {
    admin ??= enter(address, { name, code });
    const user = { name: account, displayName: account, role };
    const added = await (await admin).call<{ code: string }>('POST', '/users', user);
    return added.body.code;
  };
  return {
    address,
    child,
    text: () => text,
    exit,
    first: { name, code },
    addAccount,
    addUser: async (account, role) =>
      enter(address, { name: account, code: await addAccount(account, role) }),
  };
}

/** Signs in for the first time, by one-time code. */
async function enter(address: string, account: { name: string; code: string }): Promise<Client> {
  const api = `${address}/api/v1`;
  const entered = await fetch(`${api}/session/first`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...account, password }),
  });
  if (!entered.ok) throw new Error(`${account.name} cannot sign in: ${await entered.text()}`);
  const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const send = async <Body>(path: string, init: RequestInit): Promise<Answer<Body>> => {
    const answer = await fetch(api + path, init);
    return { status: answer.status, body: (await answer.json()) as Body };
  };
  return {
    call: (method, path, body) =>
      send(path, {
        method,
        ...(body === undefined
          ? { headers: { cookie } }
          : { headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    upload: (path, form) => send(path, { method: 'POST', headers: { cookie }, body: form }),
    download: async (path) => {
      const answer = await fetch(api + path, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
