import type { Generated, Kysely } from 'kysely';
import type { Database, DatabaseSchema } from '#platform/server';

/** An account. */
export interface UsersTable {
  id: string;
  name: string;
  /** The name as it is compared: case and width do not matter. */
  name_key: string;
  display_name: string;
  role: string;
  disabled: number;
  /** A `StoredPassword` as JSON; null until the user has set one. */
  password: string | null;
  code_hash: string | null;
  /** UTC instant. */
  code_expires_at: string | null;
  created_at: string;
  last_sign_in_at: string | null;
}

/** A signed-in browser, known by the hash of its secret. */
export interface SessionsTable {
  token_hash: string;
  user_id: string;
  created_at: string;
  seen_at: string;
}

/** What was done to an account; rows are only ever added. */
export interface AccountEventsTable {
  seq: Generated<number>;
  at: string;
  actor: string;
  actor_name: string;
  user_id: string;
  event: string;
  /** JSON. */
  details: string;
}

export interface IdentitySchema extends DatabaseSchema {
  users: UsersTable;
  sessions: SessionsTable;
  account_events: AccountEventsTable;
}

export type IdentityDatabase = Kysely<IdentitySchema>;

/** The database with this module's tables. */
export function withIdentity(db: Database): IdentityDatabase {
  return db.withTables<Pick<IdentitySchema, 'users' | 'sessions' | 'account_events'>>();
}
