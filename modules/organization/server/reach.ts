import { errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import type { UnitNode } from '#modules/organization';
import { readUnitTree, type UnitTree } from './unit-tree.ts';

/** The unit, if there is one within the actor's reach; refuses with `not-found` otherwise. */
export async function requireUnitInReach(
  store: Store,
  actor: Actor,
  id: string,
): Promise<{ readonly tree: UnitTree; readonly unit: UnitNode }> {
  const tree = await readUnitTree(store);
  const unit = tree.find(id);
  if (!unit || !isInReach(tree, actor, id)) throw errors.notFound('选定的机构');
  return { tree, unit };
}

/** Refuses with `not-found` a place below which the actor may not put a unit; the top belongs to those who see all. */
export async function requirePlaceInReach(store: Store, actor: Actor, parent: string | null): Promise<void> {
  if (parent !== null) await requireUnitInReach(store, actor, parent);
  else if (actor.scope.kind !== 'everything') throw errors.notFound('选定的上级机构');
}

export function isInReach(tree: UnitTree, { scope }: Actor, id: string): boolean {
  return scope.kind === 'everything' || scope.units.some((unit) => tree.within(unit).includes(id));
}
