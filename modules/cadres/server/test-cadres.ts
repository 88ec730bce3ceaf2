import { createRegistry } from '#platform/model';
import { loadCodeTables, type Database, type Store } from '#platform/server';
import { cadreSets } from '#modules/cadres';
import { organizationSets } from '#modules/organization';
import { unitProjection } from '#modules/organization/server';
import { reserveSets } from '#modules/reserve';
import { testDatabase } from '../../../platform/server/database/test-database.ts';
import { personProjection } from './person-projection.ts';
import { verifiedGuard } from './verified-guard.ts';

const tables = loadCodeTables();

const registry = createRegistry([...cadreSets, ...reserveSets, ...organizationSets]);

/** What a store begins with; the same name stands for the same content. */
export interface PreparedStore {
  readonly name: string;
  readonly fill: (store: Store) => Promise<unknown>;
}

/** A store with the real sets of people and units, empty or with what it begins with, which goes when the test ends. */
export async function cadreStore(prepared?: PreparedStore): Promise<Store> {
  const content = prepared && { name: prepared.name, fill: (db: Database) => prepared.fill(storeOf(db)) };
  const { db } = await testDatabase(content);
  return storeOf(db);
}

function storeOf(db: Database): Store {
  return { db, registry, tables, projections: [unitProjection, personProjection], guards: [verifiedGuard] };
}
