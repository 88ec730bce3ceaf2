import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrateDatabase, openDatabase } from '#platform/server';
import { migrations } from './index.ts';

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0005'));

it('keeps records with their versions, drafts and what others read them by', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-migration-'));
  const db = openDatabase(folder);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrateDatabase(db, before);
  for (const statement of [
    `insert into subjects values ('p', 'person', null, 0), ('q', 'person', 'killed', 0)`,
    `insert into records (subject, set_code, version, rows, change_id)
      values ('p', 'A01', 3, '[{"id":"r"}]', 'c'), ('q', 'A01', 1, '[]', 'killed')`,
    `insert into drafts values ('killed', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')`,
    `insert into draft_subjects values ('killed', 'p', 'person', 'update')`,
    `insert into draft_records values ('killed', 'p', 'A01', 3, '[{"id":"s"}]')`,
    `create view report as select subject, rows from records`,
  ])
    await sql.raw(statement).execute(db);
  await migrateDatabase(db, migrations);
  expect(await db.selectFrom('current_records').selectAll().execute()).toEqual([
    { subject: 'p', set_code: 'A01', version: 3, change_id: 'c', rows: '[{"id":"r"}]' },
  ]);
  expect(await db.selectFrom('records').select('subject').execute()).toHaveLength(2);
  expect(await db.selectFrom('drafts').select(['id', 'since']).execute()).toEqual([
    { id: 'killed', since: 0 },
  ]);
  expect((await sql`select * from report where subject = 'p'`.execute(db)).rows).toHaveLength(1);
});
