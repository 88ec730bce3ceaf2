import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRegistry } from '#platform/model';
import { loadCodeTables, migrateDatabase, openDatabase, type Store } from '#platform/server';
import { migrations } from '#migrations';
import { cadreSets } from '#modules/cadres';
import { organizationSets } from '#modules/organization';
import { unitProjection } from '#modules/organization/server';
import { reserveSets } from '#modules/reserve';
import { personProjection } from './person-projection.ts';
import { verifiedGuard } from './verified-guard.ts';

const tables = loadCodeTables();

/** An empty store with the real sets of people and units, which goes when the test ends. */
export async function cadreStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-people-'));
  const db = openDatabase(folder);
  await migrateDatabase(db, migrations);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  const registry = createRegistry([...cadreSets, ...reserveSets, ...organizationSets]);
  return { db, registry, tables, projections: [unitProjection, personProjection], guards: [verifiedGuard] };
}
