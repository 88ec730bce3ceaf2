import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createDataset, createMemory, type DatasetSchema, type MutableDataset } from '#engine';
import { sourceUnits } from '#modules/organization';
import { readUnitTree } from '#modules/organization/server';
import type { Store } from '#platform/server';
import { testRowsOf } from '../../../engine/table/test-rows.ts';
import { loadPeople } from './load-people.ts';
import { createQueryTables } from './query-tables.ts';
import { readPeople } from './read-people.ts';
import { openQueryOffice } from './test-office.ts';

/** So many that a thread reads ahead. */
const many = 1_000_000;

async function emptyTables(store: Store, schema: DatasetSchema): Promise<MutableDataset> {
  const { memory, kernel } = createMemory(1 << 20);
  const dataset = createDataset(schema, memory, kernel, {});
  dataset.loadUnits(sourceUnits((await readUnitTree(store)).units));
  return dataset;
}

async function idsOf(store: Store): Promise<string[]> {
  const people = await store.db
    .selectFrom('subjects')
    .select('id')
    .where('kind', '=', 'person')
    .orderBy('id')
    .execute();
  return people.map(({ id }) => id);
}

it('loads the same people with a thread that reads ahead, without it, and from their rows', async () => {
  const office = await openQueryOffice(300);
  const { store, tables } = office;
  const odd = await office.add({
    A01: [{ name: '“引号”"', remark: '𠮷\\与"\n换行' }],
    A02: [
      { orgName: '二', appointedOn: '2020-05', personalOrder: 2 },
      { orgName: '一', appointedOn: '2020-05', personalOrder: 1 },
      { orgName: '无', personalOrder: 3 },
      { orgName: '早', appointedOn: '2019' },
    ],
  });
  const ids = await idsOf(store);
  const sets = tables.schema.sets.map(({ name }) => name);
  const appended = await emptyTables(store, tables.schema);
  appended.append(await readPeople(store, ids, sets));
  const expected = ids.map((id) => testRowsOf(appended, id));
  // So few a batch that the thread makes some ready itself.
  for (const [people, perBatch] of [
    [many, 20],
    [ids.length, 500],
  ] as const) {
    const loaded = await emptyTables(store, tables.schema);
    await loadPeople(store, tables.schema, loaded, people, perBatch);
    expect(ids.map((id) => testRowsOf(loaded, id))).toEqual(expected);
  }
  expect(testRowsOf(appended, odd)?.['A02']?.map((row) => row['orgName'])).toEqual(['无', '早', '一', '二']);
});

it('makes no tables of half the people: what breaks the reading is thrown, by the thread too', async () => {
  const { store, tables } = await openQueryOffice(20);
  const [id = ''] = await idsOf(store);
  const spoil = (rows: string) =>
    sql`update records set rows = ${rows} where subject = ${id} and set_code = 'A01'`.execute(store.db);
  await spoil('[{"name":"半');
  const dataset = await emptyTables(store, tables.schema);
  await expect(loadPeople(store, tables.schema, dataset, many)).rejects.toThrow('no JSON');
  await expect(createQueryTables(store).current()).rejects.toThrow('no JSON');
  await spoil('[{"id":"a","name":"全"}]');
  expect(testRowsOf((await tables.current()).dataset, id)?.['A01']).toEqual([{ name: '全' }]);
});
