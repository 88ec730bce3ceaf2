import { requireRights, rightsOf, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { unitsInScope } from './scope.ts';

/** What the actor is shown now, to be kept beside a file that is made for him. */
export async function rightsNow(store: Store, actor: Actor): Promise<string> {
  return rightsOf(actor, await unitsInScope(store, actor.scope));
}

/** Refuses (`rights-withdrawn`) a file that was made with rights which the actor has no longer. */
export async function requireKeptRights(store: Store, actor: Actor, rights: string): Promise<void> {
  requireRights(actor, await unitsInScope(store, actor.scope), rights);
}
