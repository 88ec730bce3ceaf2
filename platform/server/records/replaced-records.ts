import { sql } from 'kysely';
import type { RecordsTransaction } from './projection.ts';

const atOnce = 500;

/** Removes the records of subjects that a published change has replaced; what waits in a draft stays. */
export async function dropReplaced(tx: RecordsTransaction, subjects: readonly string[]): Promise<void> {
  for (let start = 0; start < subjects.length; start += atOnce) {
    await sql`delete from records where subject in (${sql.join(subjects.slice(start, start + atOnce))})
      and change_id not in (select id from drafts) and exists (
        select 1 from records as newer
        where newer.subject = records.subject and newer.set_code = records.set_code
          and newer.version > records.version and newer.change_id not in (select id from drafts))`.execute(
      tx,
    );
  }
}
