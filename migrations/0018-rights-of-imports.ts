import { sql, type Kysely } from 'kysely';

/** What somebody was shown when his import was read. Of earlier imports nobody knows it: they are read anew before they are shown. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table imports add column rights text not null default ''`).execute(db);
}
