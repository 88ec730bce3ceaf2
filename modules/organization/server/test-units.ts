import { createRegistry, newId, permissions, type Actor, type Permission } from '#platform/model';
import { applyChange, loadCodeTables, type Store } from '#platform/server';
import { organizationSets } from '#modules/organization';
import { testDatabase } from '../../../platform/server/database/test-database.ts';
import { unitProjection } from './unit-projection.ts';

const tables = loadCodeTables();

/** An empty store with the sets of units, which goes when the test ends. */
export async function unitStore(): Promise<Store> {
  const { db } = await testDatabase();
  return {
    db,
    registry: createRegistry([...organizationSets]),
    tables,
    projections: [unitProjection],
    guards: [],
  };
}

export const clerk: Actor = {
  id: 'clerk',
  name: '经办人',
  permissions: new Set(Object.keys(permissions) as Permission[]),
  scope: { kind: 'everything' },
};

/** Adds a unit as it is; answers its id. */
export async function addUnit(
  store: Store,
  name: string,
  parent: string | null = null,
  values: Record<string, string | number> = {},
): Promise<string> {
  const id = newId();
  const row = { id: newId(), name, parentOrgCode: parent, kindCode: '1', ...values };
  await applyChange(store, { actor: clerk, origin: 'web', summary: `新增机构：${name}` }, [
    { subject: id, kind: 'unit', event: 'create', sets: { B01: { expectedVersion: 0, rows: [row] } } },
  ]);
  return id;
}
