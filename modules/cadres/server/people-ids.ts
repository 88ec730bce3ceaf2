import type { Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { peopleQuery, type PeopleFilter } from './list-people.ts';

/** The ids of the people of a list, in the order in which they were created: always the same for the same data. */
export async function peopleIds(store: Store, actor: Actor, filter: PeopleFilter): Promise<string[]> {
  const people = await peopleQuery(store, actor, filter);
  const found = await people.query.select('p.id').orderBy('p.id').execute();
  return found.map(({ id }) => id);
}
