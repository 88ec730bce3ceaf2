import { sql, type Kysely } from 'kysely';

/**
 * A setting that goes back to what was delivered keeps its row, without content: its versions count on, so that a page from
 * before never fits again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['office_settings', 'band_sets']) {
    const statements = [
      `alter table ${table} rename to ${table}_before`,
      `create table ${table} (
        id text primary key, version integer not null, content text, updated_by text not null,
        updated_by_name text not null, updated_at text not null
      ) strict, without rowid`,
      `insert into ${table} select id, version, content, updated_by, updated_by_name, updated_at
        from ${table}_before`,
      `drop table ${table}_before`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  }
}
