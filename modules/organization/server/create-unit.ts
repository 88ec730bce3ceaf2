import { newId, type Actor, type OperationInput, type RecordRow } from '#platform/model';
import { applyChange, today, type Store } from '#platform/server';
import { eventCodes, hasHappened, unitChangeError, type createUnit } from '#modules/organization';
import { lastPlace } from './last-place.ts';
import { requirePlaceInReach } from './reach.ts';
import { readUnitTree } from './unit-tree.ts';

type NewUnit = OperationInput<typeof createUnit>['body'];

/** Founds a unit behind those already there; with a date the founding stands in its history. */
export async function createUnitFor(store: Store, actor: Actor, unit: NewUnit): Promise<string> {
  await requirePlaceInReach(store, actor, unit.parent);
  const tree = await readUnitTree(store);
  if (tree.find(unit.parent ?? '')?.abolished) throw unitChangeError('上级机构已经撤销，请另选。');
  if (unit.foundedOn !== undefined && !hasHappened({ on: unit.foundedOn }, today())) {
    throw unitChangeError('设立时间不能晚于今天。');
  }
  const id = newId();
  const row: RecordRow = {
    id: newId(),
    name: unit.name,
    shortName: unit.shortName ?? null,
    parentOrgCode: unit.parent,
    kindCode: unit.kindCode ?? null,
    levelCode: unit.levelCode ?? null,
    order: (await lastPlace(store, tree, unit.parent)) + 1,
  };
  const founded: RecordRow = {
    id: newId(),
    changedOn: unit.foundedOn ?? null,
    changeCode: eventCodes.founded,
    nameAfter: unit.name,
    levelAfter: unit.levelCode ?? null,
    parentAfter: unit.parent,
    documentNo: unit.documentNo ?? null,
    remark: unit.remark ?? null,
  };
  await applyChange(store, { actor, origin: 'web', summary: `新增机构：${unit.name}` }, [
    {
      subject: id,
      kind: 'unit',
      event: 'create',
      sets: {
        B01: { expectedVersion: 0, rows: [row] },
        ...(unit.foundedOn === undefined ? {} : { UH01: { expectedVersion: 0, rows: [founded] } }),
      },
    },
  ]);
  return id;
}
