import { createRegistry } from '#platform/model';
import { loadCodeTables, migrateDatabase, openDatabase, refreshSetViews, type Store } from '#platform/server';
import { migrations } from '#migrations';
import { cadreSets } from '#modules/cadres';
import { personProjection } from '#modules/cadres/server';
import { organizationSets } from '#modules/organization';
import { unitProjection } from '#modules/organization/server';

/** Opens the store of a data folder with the sets and projections of all modules, brought to the newest form. */
export async function openStore(dataFolder: string): Promise<Store> {
  const db = openDatabase(dataFolder);
  await migrateDatabase(db, migrations);
  const registry = createRegistry([...cadreSets, ...organizationSets]);
  await refreshSetViews(db, registry);
  return {
    db,
    registry,
    tables: loadCodeTables(),
    projections: [unitProjection, personProjection],
  };
}
