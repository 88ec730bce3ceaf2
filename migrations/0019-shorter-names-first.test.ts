import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrateDatabase, nameKeys, openDatabase } from '#platform/server';
import { migrations } from './index.ts';

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0019'));

it('sorts and finds people who are there already as it does new ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-migration-'));
  const db = openDatabase(folder);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrateDatabase(db, before);
  const people = [
    ['陈峰', 'cf', 'chen feng 陈峰'],
    ['陈峰健', 'cfj', 'chen feng jian 陈峰健'],
    ['种可宁', 'zkn', 'zhong ke ning 种可宁'],
    ['么永飞', 'myf', 'me yong fei 么永飞'],
  ] as const;
  for (const [name, pinyin, sort] of people)
    await sql`insert into person_index (id, name, pinyin, name_sort, team_order, level_sort)
      values (${name}, ${name}, ${pinyin}, ${sort}, 0, '')`.execute(db);
  await migrateDatabase(db, migrations);
  const { rows } = await sql<{ name: string; pinyin: string; name_sort: string }>`
    select name, pinyin, name_sort from person_index`.execute(db);
  expect(rows).toHaveLength(people.length);
  for (const { name, pinyin, name_sort: sort } of rows)
    expect([pinyin, sort], name).toEqual([nameKeys(name).initials, nameKeys(name).sort]);
});
