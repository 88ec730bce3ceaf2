import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrateDatabase, openDatabase } from '#platform/server';
import { migrations } from './index.ts';

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0016'));

it('keeps what the office has set, with its versions', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-migration-'));
  const db = openDatabase(folder);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrateDatabase(db, before);
  const tables = ['office_settings', 'band_sets'];
  const row = ['x', 7, '{"years":3}', 'u', '科员', '2026-01-01T00:00:00Z'];
  for (const table of tables)
    await sql`insert into ${sql.table(table)} values (${sql.join(row)})`.execute(db);
  await migrateDatabase(db, migrations);
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    expect(rows.map((kept) => Object.values(kept))).toEqual([row]);
    await sql`update ${sql.table(table)} set content = null`.execute(db);
  }
});
