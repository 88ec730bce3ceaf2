import type { Actor } from '#platform/model';
import type { Store } from '#platform/server';
import type { PeopleScope } from '#modules/cadres';
import { peopleQuery, type PeopleFilter } from './list-people.ts';

/** The ids of the people of a list, in the order in which they were created: always the same for the same data. */
export async function peopleIds(store: Store, actor: Actor, filter: PeopleFilter): Promise<string[]> {
  const people = await peopleQuery(store, actor, filter);
  const found = await people.query.select('p.id').orderBy('p.id').execute();
  return found.map(({ id }) => id);
}

/** The ids of those whom a request names, as far as the actor may reach them. */
export async function chosenPeople(store: Store, actor: Actor, scope: PeopleScope): Promise<string[]> {
  const reachable = await peopleIds(store, actor, { unit: scope.unit });
  const named = scope.ids && new Set(scope.ids);
  const without = new Set(scope.except);
  return reachable.filter((id) => (named?.has(id) ?? true) && !without.has(id));
}
