import { sql, type Kysely } from 'kysely';

/** Bulk work with its preview, and how the columns of sheets are read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table bulk_jobs (
      id text primary key, user_id text not null, kind text not null, state text not null, started_at text not null,
      set_code text not null, title text not null, settings text not null, look text not null,
      done integer not null, total integer not null, counts text not null, fingerprint text not null,
      message text not null, change_id text
    ) strict`,
    `create index bulk_jobs_by_user on bulk_jobs (user_id, started_at)`,
    `create table bulk_errors (
      job_id text not null, n integer not null, sheet text not null, row integer not null, col text not null,
      heading text not null, value text not null, code text not null, reason text not null,
      primary key (job_id, n)
    ) strict, without rowid`,
    `create table bulk_changes (
      job_id text not null, n integer not null, row integer not null, person text not null, name text not null,
      kind text not null, lines text not null, primary key (job_id, n)
    ) strict, without rowid`,
    `create table sheet_mappings (
      set_code text not null, signature text not null, mapping text not null, updated_at text not null,
      primary key (set_code, signature)
    ) strict, without rowid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
