import { sql, type Kysely } from 'kysely';

/** Roster books, the templates of the office (their files lie in `files`), and exports of rosters. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table rosters (
      id text primary key, place integer not null, name text not null, version integer not null, content text not null,
      updated_at text not null, updated_by text not null, updated_by_name text not null
    ) strict`,
    `create table roster_templates (
      id text primary key, name text not null, file_name text not null, format text not null, size integer not null,
      file text not null references files (hash), uploaded_at text not null, uploaded_by text not null,
      uploaded_by_name text not null
    ) strict`,
    `create table roster_exports (
      id text primary key, user_id text not null, state text not null, started_at text not null, name text not null,
      total integer not null, file_name text not null, size integer not null default 0,
      message text not null default ''
    ) strict`,
    `create index roster_exports_by_user on roster_exports (user_id, started_at)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
