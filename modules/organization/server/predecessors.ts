import { sql } from 'kysely';
import { isLive, type Store } from '#platform/server';

/** The ids of the units whose history names this one as their successor, by the day (`YYYY-MM-DD`). */
export async function predecessorsOf(store: Store, id: string, day: string): Promise<string[]> {
  const found = await store.db
    .selectFrom('current_records')
    .innerJoin('subjects', 'subjects.id', 'current_records.subject')
    .select('current_records.subject')
    .where('current_records.set_code', '=', 'UH01')
    .where(
      sql<boolean>`exists (select 1 from json_each(current_records.rows) as event
        where json_extract(event.value, '$.successor') = ${id}
          and json_extract(event.value, '$.changedOn') <= ${day})`,
    )
    .where(isLive)
    .execute();
  return found.map(({ subject }) => subject);
}
