import { createRegistry } from '#platform/model';
import { loadCodeTables, migrateDatabase, openDatabase, type Store } from '#platform/server';
import { migrations } from '#migrations';
import { cadreSets } from '#modules/cadres';
import { personProjection } from '#modules/cadres/server';
import { organizationSets } from '#modules/organization';
import { unitProjection } from '#modules/organization/server';

/** Opens the store of a data folder with the sets and projections of all modules, brought to the newest form. */
export async function openStore(dataFolder: string): Promise<Store> {
  const db = openDatabase(dataFolder);
  await migrateDatabase(db, migrations);
  return {
    db,
    registry: createRegistry([...cadreSets, ...organizationSets]),
    tables: loadCodeTables(),
    projections: [unitProjection, personProjection],
  };
}
