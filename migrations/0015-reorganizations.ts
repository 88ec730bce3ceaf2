import { sql, type Kysely } from 'kysely';

/** Plans of reorganizations that are being worked on, or were carried out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table reorganizations (
        id text primary key, version integer not null, name text not null, plan text not null, created_by text not null,
        updated_by text not null, updated_by_name text not null, updated_at text not null, change_id text
      ) strict, without rowid`,
    )
    .execute(db);
}
