import { sql, type Kysely } from 'kysely';

/**
 * What somebody was shown when a file was made for him; who is shown less today does not get it any more. Of files from
 * before nobody knows it: they are not handed out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['exports', 'roster_exports', 'bulk_jobs'])
    await sql.raw(`alter table ${table} add column rights text not null default ''`).execute(db);
}
