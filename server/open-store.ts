import { createRegistry } from '#platform/model';
import {
  loadCodeTables,
  migrateDatabase,
  openDatabase,
  refreshSetViews,
  type Definitions,
  type Store,
} from '#platform/server';
import { migrations } from '#migrations';
import { cadreSets } from '#modules/cadres';
import { personProjection, verifiedGuard } from '#modules/cadres/server';
import { organizationSets } from '#modules/organization';
import { unitProjection } from '#modules/organization/server';
import { reserveSets } from '#modules/reserve';

/** The sets, code tables and projections of all modules. */
export function loadDefinitions(): Definitions {
  return {
    registry: createRegistry([...cadreSets, ...reserveSets, ...organizationSets]),
    tables: loadCodeTables(),
    projections: [unitProjection, personProjection],
    guards: [verifiedGuard],
  };
}

/** Opens the store of a data folder with the sets and projections of all modules, brought to the newest form. */
export async function openStore(dataFolder: string): Promise<Store> {
  const db = openDatabase(dataFolder);
  await migrateDatabase(db, migrations);
  const definitions = loadDefinitions();
  await refreshSetViews(db, definitions.registry);
  return { db, ...definitions };
}
