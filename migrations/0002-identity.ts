import { sql, type Kysely } from 'kysely';

/** Accounts, their sessions and what was done to accounts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table users (
      id text primary key, name text not null, name_key text not null unique, display_name text not null,
      role text not null, disabled integer not null default 0, password text,
      code_hash text, code_expires_at text, created_at text not null, last_sign_in_at text
    ) strict, without rowid`,
    `create table sessions (
      token_hash text primary key, user_id text not null references users (id), created_at text not null,
      seen_at text not null
    ) strict, without rowid`,
    `create index sessions_by_user on sessions (user_id)`,
    `create table account_events (
      seq integer primary key, at text not null, actor text not null, actor_name text not null,
      user_id text not null, event text not null, details text not null
    ) strict`,
    `create trigger account_events_stay before update on account_events
      begin select raise(abort, 'account events are never changed'); end`,
    `create trigger account_events_remain before delete on account_events
      begin select raise(abort, 'account events are never removed'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
