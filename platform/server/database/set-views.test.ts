import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createRegistry, newId } from '#platform/model';
import { applyChange } from '../records/apply-change.ts';
import { BulkChange } from '../records/bulk-change.ts';
import { author, note, noteEdit, noteSet, testStore } from '../records/test-store.ts';
import { refreshSetViews } from './set-views.ts';

it('shows the records of a set as plain columns, without drafts, and follows the declarations', async () => {
  const store = await testStore();
  const person = newId();
  await applyChange(store, author, [noteEdit(person, 'create', 0, [{ ...note('甲'), count: 3 }])]);
  const bulk = await BulkChange.begin(store);
  await bulk.add([noteEdit(newId(), 'create', 0, [note('未发布')])]);
  await refreshSetViews(store.db, store.registry);
  const read = () => sql<Record<string, unknown>>`select * from set_N01`.execute(store.db);
  expect((await read()).rows).toMatchObject([{ subject_id: person, title: '甲', writtenOn: null, count: 3 }]);
  const field = { key: 'place', code: 'N0104', label: '地点', type: 'text' } as const;
  await refreshSetViews(store.db, createRegistry([{ ...noteSet, fields: [...noteSet.fields, field] }]));
  expect((await read()).rows[0]).toHaveProperty('place', null);
});
