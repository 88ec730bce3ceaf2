import { CadreError, valueOf, type Actor } from '#platform/model';
import { applyChange, readMany, type Store, type SubjectEdit } from '#platform/server';
import { requirePlaceInReach } from './reach.ts';
import { readUnitTree } from './unit-tree.ts';

/** Puts all units directly below one into an order, as one change; refuses when others are there by now. */
export async function orderUnitsFor(
  store: Store,
  actor: Actor,
  parent: string | null,
  ids: readonly string[],
): Promise<string> {
  await requirePlaceInReach(store, actor, parent);
  const tree = await readUnitTree(store);
  const siblings = tree.units.filter((unit) => unit.parent === parent).map(({ id }) => id);
  if (siblings.length !== ids.length || siblings.some((id) => !ids.includes(id))) {
    throw new CadreError('siblings-changed', 409, '同级机构已有变动，次序没有保存。请刷新后重新调整。');
  }
  const edits: SubjectEdit[] = [];
  const stored = await readMany(store.db, ids, ['B01']);
  for (const [place, id] of ids.entries()) {
    const set = stored.get(id)?.['B01'];
    const row = set?.rows[0];
    if (!set || !row || valueOf(row, 'order') === place + 1) continue;
    const rows = [{ ...row, order: place + 1 }];
    edits.push({
      subject: id,
      kind: 'unit',
      event: 'update',
      sets: { B01: { expectedVersion: set.version, rows } },
    });
  }
  const where = parent === null ? '最上级机构' : `${tree.nameOf(parent)}的下级机构`;
  const summary = `调整${where}的次序`;
  return (await applyChange(store, { actor, origin: 'web', summary }, edits)).id;
}
