import { expect, it } from 'vitest';
import { newId, type RecordRow } from '#platform/model';
import { applyChange, BulkChange, type SubjectEdit } from '#platform/server';
import { withPeople } from './tables.ts';
import { cadreStore } from './test-cadres.ts';

const author = { actor: { id: 'clerk', name: '经办人' }, origin: 'web', summary: '准备' } as const;

it('holds what a large change brought and what somebody saved while it was being made', async () => {
  const store = await cadreStore();
  const [person, unit] = [newId(), newId()];
  const basics: RecordRow = { id: newId(), name: '甲', statisticalOrgCode: unit };
  const post: RecordRow = { id: newId(), orgCode: unit, tenureStatusCode: '1', teamOrder: 5 };
  const edit = (
    event: SubjectEdit['event'],
    sets: Readonly<Record<string, readonly RecordRow[]>>,
  ): SubjectEdit => ({
    subject: person,
    kind: 'person',
    event,
    sets: Object.fromEntries(
      Object.entries(sets).map(([code, rows]) => [
        code,
        { expectedVersion: event === 'create' ? 0 : 1, rows },
      ]),
    ),
  });
  await applyChange(store, author, [edit('create', { A01: [basics], A02: [post] })]);
  const bulk = await BulkChange.begin(store);
  await bulk.add([edit('update', { A01: [{ ...basics, name: '乙' }] })]);
  await applyChange(store, author, [edit('update', { A02: [{ ...post, teamOrder: 2 }] })]);
  const read = () =>
    withPeople(store.db).selectFrom('person_index').select(['name', 'team_order']).executeTakeFirst();
  expect(await read()).toEqual({ name: '甲', team_order: 2 });
  await bulk.publish(author);
  expect(await read()).toEqual({ name: '乙', team_order: 2 });
});
