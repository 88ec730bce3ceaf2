import { sql } from 'kysely';
import { touchedSubjects, type Store } from '#platform/server';

/** What has to be checked again after changes. */
export interface Touched {
  /** People whose records changed or who came or went, and those with posts in units that changed. */
  readonly people: readonly string[];
  /** Who is not there any more. */
  readonly gone: readonly string[];
  readonly units: boolean;
}

/** Whom the changes after `since`, up to `until`, touched. */
export async function readTouched(store: Store, since: number, until: number): Promise<Touched> {
  const touched = await touchedSubjects(store.db, { since, until });
  const persons = touched.filter(({ kind }) => kind === 'person');
  const gone = persons.filter(({ removed }) => removed).map(({ id }) => id);
  const people = persons.filter(({ removed }) => !removed).map(({ id }) => id);
  const units = touched.flatMap(({ id, kind }) => (kind === 'unit' ? [id] : []));
  if (units.length === 0) return { people, gone, units: false };
  const { rows } = await sql<{ id: string }>`
    select distinct r.subject as id from current_records as r
    join subjects as s on s.id = r.subject and s.removed = 0, json_each(r.rows) as post
    where r.set_code = 'A02'
      and json_extract(post.value, '$.orgCode') in (select value from json_each(${JSON.stringify(units)}))`.execute(
    store.db,
  );
  return { people: [...new Set([...people, ...rows.map(({ id }) => id)])], gone, units: true };
}
