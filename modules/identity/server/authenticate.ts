import type { Authenticate, Database } from '#platform/server';
import { actorOfSession } from './sessions.ts';
import { withIdentity } from './tables.ts';

/** How the server finds out who is calling. */
export function authenticate(database: Database): Authenticate {
  const db = withIdentity(database);
  return (sessionToken) => actorOfSession(db, sessionToken);
}
