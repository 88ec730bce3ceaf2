import type { SourcePerson } from '#engine';
import { sortedRows, sourceRows } from '#platform/model';
import { isLive, readMany, touchedSubjects, type Store } from '#platform/server';

/** How many people there are for everybody. */
export async function countPeople(store: Store): Promise<number> {
  const { people } = await store.db
    .selectFrom('subjects')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('kind', '=', 'person')
    .where(isLive)
    .executeTakeFirstOrThrow();
  return people;
}

/** These people as they are now. */
export async function readPeople(
  store: Store,
  ids: readonly string[],
  sets: readonly string[],
): Promise<readonly SourcePerson[]> {
  const found = await readMany(store.db, ids, sets);
  return ids.map((id) => ({
    id,
    // In the order of the exports, so that rows of the same date stand in one order everywhere.
    sets: Object.fromEntries(
      Object.entries(found.get(id) ?? {}).map(([code, { rows }]) => {
        const set = store.registry.get(code);
        return [code, sourceRows(set, rows.length < 2 ? rows : sortedRows(set, rows))];
      }),
    ),
  }));
}

/** What changed after a place of the journal. */
export interface Changed {
  /** People to be read again, and people who are there no more. */
  readonly people: readonly string[];
  readonly removed: readonly string[];
  readonly units: boolean;
}

/** Who and what was touched by the changes after `since`, up to `until`. */
export async function readChanged(store: Store, since: number, until: number): Promise<Changed> {
  const touched = await touchedSubjects(store.db, { since, until });
  const people = touched.filter(({ kind }) => kind === 'person');
  return {
    people: people.filter(({ removed }) => !removed).map(({ id }) => id),
    removed: people.filter(({ removed }) => removed).map(({ id }) => id),
    units: touched.some(({ kind }) => kind === 'unit'),
  };
}
