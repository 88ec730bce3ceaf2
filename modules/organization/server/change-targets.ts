import { CadreError, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { unitChangeError, type UnitChange } from '#modules/organization';
import { requirePlaceInReach, requireUnitInReach } from './reach.ts';
import type { UnitTree } from './unit-tree.ts';

/** The units that a change names have to be there, alive, and in a place where they can be. */
export async function requireTargets(
  store: Store,
  actor: Actor,
  tree: UnitTree,
  id: string,
  change: UnitChange,
): Promise<void> {
  if (change.kind === 'move') {
    await requirePlaceInReach(store, actor, change.parent);
    requireNoCircle(tree, id, change.parent);
    if (tree.find(change.parent ?? '')?.abolished) throw unitChangeError('新的上级机构已经撤销，请另选。');
  }
  if (change.kind === 'regrade' && !store.tables.resolve('ZB03', change.level)) {
    throw unitChangeError('没有选定的机构级别，请重新选择。');
  }
  if (change.kind === 'abolish' && change.successor !== null) {
    const { unit } = await requireUnitInReach(store, actor, change.successor);
    if (tree.within(id).includes(unit.id)) throw unitChangeError('承接机构不能是该机构本身或其下级。');
    if (unit.abolished) throw unitChangeError('承接机构已经撤销，请另选。');
  }
}

/** Refuses a unit below itself. */
export function requireNoCircle(tree: UnitTree, id: string, parent: string | null): void {
  if (parent !== null && tree.within(id).includes(parent)) {
    throw new CadreError('unit-circle', 409, '上级机构不能是该机构本身或其下级，请另选上级机构。');
  }
}
