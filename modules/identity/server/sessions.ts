import type { Actor } from '#platform/model';
import { roles } from '../model/roles.ts';
import {
  deleteSession,
  deleteSessionsBefore,
  findSession,
  insertSession,
  touchSession,
  type User,
} from './queries.ts';
import { hashSecret, newToken } from './secrets.ts';
import type { IdentityDatabase } from './tables.ts';

/** A session ends after so long without a request … */
const idleMs = 8 * 3_600_000;
/** … and after so long in any case, in seconds as cookies want it. */
export const longestSeconds = 24 * 3_600;
/** A request need not write: the last use is kept to this precision. */
const touchMs = 5 * 60_000;

/** Starts a session and returns its secret, which is stored nowhere. */
export async function startSession(db: IdentityDatabase, userId: string): Promise<string> {
  const now = Date.now();
  await deleteSessionsBefore(db, instant(now - longestSeconds * 1000), instant(now - idleMs));
  const token = newToken();
  await insertSession(db, hashSecret(token), userId, instant(now));
  return token;
}

/** Who has this session's secret; null when the session has ended or its user may no longer sign in. */
export async function actorOfSession(db: IdentityDatabase, token: string | undefined): Promise<Actor | null> {
  if (token === undefined || token === '') return null;
  const hash = hashSecret(token);
  const session = await findSession(db, hash);
  if (!session) return null;
  const now = Date.now();
  const idle = now - Date.parse(session.seenAt);
  if (
    session.user.disabled ||
    idle >= idleMs ||
    now - Date.parse(session.createdAt) >= longestSeconds * 1000
  ) {
    await deleteSession(db, hash);
    return null;
  }
  if (idle >= touchMs) await touchSession(db, hash, instant(now));
  return actorOf(session.user);
}

function actorOf(user: User): Actor {
  return {
    id: user.id,
    name: user.displayName,
    permissions: new Set(roles[user.role].permissions),
    scope: { kind: 'everything' },
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
