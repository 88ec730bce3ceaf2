import { can, errors, type Actor, type DataScope } from '#platform/model';
import { isPublished, type Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { withPeople } from './tables.ts';

/** The ids of all units within a scope; null when it has no bounds. */
export async function unitsInScope(store: Store, scope: DataScope): Promise<readonly string[] | null> {
  if (scope.kind === 'everything') return null;
  const tree = await readUnitTree(store);
  return [...new Set(scope.units.flatMap((unit) => tree.within(unit)))];
}

/** Refuses a unit that is not there or not within the actor's reach; null is 未归属, which only belongs to all. */
export async function requireUnit(store: Store, actor: Actor, unit: string | null): Promise<void> {
  const units = await unitsInScope(store, actor.scope);
  const isThere = unit === null || (await readUnitTree(store)).find(unit) !== undefined;
  if (!isThere || (units !== null && (unit === null || !units.includes(unit)))) {
    throw errors.notFound('选定的机构');
  }
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
    .where(isPublished('p.draft'))
    .executeTakeFirst();
  // Who may read the journal but sees no people has nobody within reach either.
  if (
    !can(actor, 'cadre:read') ||
    !person ||
    (units !== null && (person.unit === null || !units.includes(person.unit)))
  ) {
    throw errors.notFound('这名干部');
  }
  return person;
}

/** What everybody has together is changed by those alone who reach everybody. */
export function requireWholeOffice(actor: Actor): void {
  if (actor.scope.kind !== 'everything')
    throw errors.invalid('这项修改涉及全部机构的人员，只有管理全部机构的账户可以进行。');
}
