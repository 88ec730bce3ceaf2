import { errors, type Actor, type DataScope } from '#platform/model';
import type { Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { withPeople } from './tables.ts';

/** The ids of all units within a scope; null when it has no bounds. */
export async function unitsInScope(store: Store, scope: DataScope): Promise<readonly string[] | null> {
  if (scope.kind === 'everything') return null;
  const tree = await readUnitTree(store);
  return [...new Set(scope.units.flatMap((unit) => tree.within(unit)))];
}

/**
 * The person, if there is one that the actor may reach; refuses with `not-found` otherwise, so that nobody learns of
 * people outside the scope.
 */
export async function requirePerson(
  store: Store,
  actor: Actor,
  id: string,
): Promise<{ name: string; unit: string | null }> {
  const units = await unitsInScope(store, actor.scope);
  const person = await withPeople(store.db)
    .selectFrom('person_index as p')
    .select(['p.name', 'p.unit'])
    .where('p.id', '=', id)
    .where((eb) =>
      eb.or([
        eb('p.draft', 'is', null),
        eb('p.draft', 'not in', eb.selectFrom('drafts').select('drafts.id')),
      ]),
    )
    .executeTakeFirst();
  if (!person || (units !== null && (person.unit === null || !units.includes(person.unit)))) {
    throw errors.notFound('这名干部');
  }
  return person;
}
