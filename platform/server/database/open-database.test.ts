import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testStore } from '../records/test-store.ts';
import { openDatabase } from './open-database.ts';

describe('a database', () => {
  it('is for its owner alone, with all its files, whatever the folder', async () => {
    const folder = join((await testStore()).folder, 'new');
    const db = openDatabase(folder);
    await sql`create table notes (text)`.execute(db);
    chmodSync(folder, 0o755);
    const files = readdirSync(folder);
    expect(files).toContain('cadre.db-wal');
    for (const file of files)
      expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600]);
    await db.destroy();
  });

  it('that has no room says so, and goes on when there is room', async () => {
    const { folder } = await testStore();
    const db = openDatabase(folder);
    const write = (value: string) => db.insertInto('settings').values({ name: 'a', value }).execute();
    const { page_count: pages } =
      (await sql<{ page_count: number }>`pragma page_count`.execute(db)).rows[0] ?? {};
    await sql.raw(`pragma max_page_count = ${pages ?? 0}`).execute(db);
    await expect(write('x'.repeat(100_000))).rejects.toMatchObject({ code: 'disk-full', status: 507 });
    await sql.raw('pragma max_page_count = 1000000').execute(db);
    await write('x'.repeat(100_000));
    await db.destroy();
  });

  it('lets one writer wait for another without holding up anything else', async () => {
    const { db, folder } = await testStore();
    const other = new DatabaseSync(join(folder, 'cadre.db'));
    other.exec('begin immediate');
    const waiting = db.insertInto('settings').values({ name: 'a', value: 'b' }).execute();
    await expect(db.selectFrom('changes').selectAll().execute()).resolves.toEqual([]);
    other.exec('commit');
    await waiting;
    other.close();
  });
});
