import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildServer,
  migrateDatabase,
  openDatabase,
  type Database,
  type RequestLogEntry,
  type Server,
} from '#platform/server';
import { migrations } from '#migrations';
import type { RoleName } from '../model/roles.ts';
import { authenticate } from './authenticate.ts';
import { addUserAccount } from './first-accounts.ts';
import { identityRoutes } from './identity-routes.ts';
import { withIdentity, type IdentityDatabase } from './tables.ts';

/** What came back from a call. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly setCookie: string;
}

/** A running server with accounts only, for tests. */
export interface TestOffice {
  readonly db: Database;
  readonly identity: IdentityDatabase;
  readonly server: Server;
  readonly log: readonly RequestLogEntry[];
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    cookie?: string,
  ): Promise<Answered>;
  /** Adds an account, redeems its code with the password and returns the session's cookie. */
  join(name: string, role: RoleName, password?: string): Promise<{ id: string; cookie: string }>;
  close(): Promise<void>;
}

export const goodPassword = 'tiao-wen-52-qing';

export async function openTestOffice(): Promise<TestOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-identity-'));
  const db = openDatabase(folder);
  await migrateDatabase(db, migrations);
  const log: RequestLogEntry[] = [];
  const server = await buildServer({
    routes: identityRoutes(db),
    authenticate: authenticate(db),
    version: '0.0.0',
    log: (entry) => log.push(entry),
  });
  const call: TestOffice['call'] = async (method, path, body, cookie) => {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: cookie === undefined ? {} : { cookie },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return {
      status: answer.statusCode,
      body: JSON.parse(answer.body) as Record<string, unknown>,
      setCookie: String(answer.headers['set-cookie'] ?? ''),
    };
  };
  return {
    db,
    identity: withIdentity(db),
    server,
    log,
    call,
    async join(name, role, password = goodPassword) {
      const { id, code } = await addUserAccount(db, { name, displayName: name, role });
      const { setCookie } = await call('POST', '/session/first', { name, code, password });
      return { id, cookie: cookieOf(setCookie) };
    },
    async close() {
      await server.close();
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The part of a Set-Cookie header that the browser sends back. */
export function cookieOf(setCookie: string): string {
  return setCookie.split(';', 1)[0] ?? '';
}
