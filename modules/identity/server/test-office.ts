import { buildServer, type Database, type RequestLogEntry, type Server } from '#platform/server';
import { testDatabase } from '../../../platform/server/database/test-database.ts';
import type { RoleName } from '../model/roles.ts';
import { authenticate } from './authenticate.ts';
import { addUserAccount } from './first-accounts.ts';
import { identityRoutes } from './identity-routes.ts';
import { hashPassword } from './passwords.ts';
import { updateUser } from './queries.ts';
import { startSession } from './sessions.ts';
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
  /** Adds an account with the good password and returns the cookie of a session. */
  join(name: string, role: RoleName): Promise<{ id: string; cookie: string }>;
  close(): Promise<void>;
}

export const goodPassword = 'tiao-wen-52-qing';
// Hashing takes a noticeable time, so it is done once for all accounts.
const storedPassword = hashPassword(goodPassword);

export async function openTestOffice(): Promise<TestOffice> {
  const { db } = await testDatabase();
  const identity = withIdentity(db);
  const log: RequestLogEntry[] = [];
  const server = await buildServer({
    routes: identityRoutes(db, { isSampleData: async () => false }),
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
    identity,
    server,
    log,
    call,
    async join(name, role) {
      const { id } = await addUserAccount(db, { name, displayName: name, role });
      const password = JSON.stringify(await storedPassword);
      await updateUser(identity, id, { password, code_hash: null, code_expires_at: null });
      return { id, cookie: `cadre-session=${await startSession(identity, id)}` };
    },
    close: () => server.close(),
  };
}

/** The part of a Set-Cookie header that the browser sends back. */
export function cookieOf(setCookie: string): string {
  return setCookie.split(';', 1)[0] ?? '';
}
