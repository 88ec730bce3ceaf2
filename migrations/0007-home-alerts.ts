import { sql, type Kysely } from 'kysely';

/** The reminders of the home page as the office has edited them; no row while they are as delivered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table home_alerts (
        id text primary key check (id = 'home'), version integer not null, content text not null,
        updated_by text not null, updated_by_name text not null, updated_at text not null
      ) strict, without rowid`,
    )
    .execute(db);
}
