import { sql, type Kysely } from 'kysely';

/** Imports with their previews, and exports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table imports (
      id text primary key, user_id text not null, state text not null, started_at text not null,
      done integer not null default 0, total integer not null default 0, counts text not null,
      ambiguous integer not null default 0, message text not null default '', change_id text
    ) strict`,
    `create index imports_by_user on imports (user_id, started_at)`,
    `create table import_items (
      import_id text not null references imports (id) on delete cascade, n integer not null, file text not null,
      name text not null, state text not null, person text, details text not null, basis text not null, choice text,
      primary key (import_id, n)
    ) strict`,
    `create table exports (
      id text primary key, user_id text not null, state text not null, started_at text not null, format text not null,
      done integer not null default 0, total integer not null default 0, file_name text not null,
      size integer not null default 0, message text not null default ''
    ) strict`,
    `create index exports_by_user on exports (user_id, started_at)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
