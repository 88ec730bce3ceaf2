import { beforeEach, expect, it } from 'vitest';
import type { Question } from '#engine';
import type { Actor } from '#platform/model';
import {
  createSavedQuery,
  listSavedQueries,
  removeSavedQuery,
  takeOverSavedQuery,
  updateSavedQuery,
} from '#modules/query';
import { addUserAccount } from '#modules/identity/server';
import { actorOf, openQueryOffice, type QueryOffice } from './test-office.ts';

const women: Question = { where: { op: 'in', field: 'A01.sexCode', values: ['2'] } };
const keeper = actorOf('管理');
const reader = actorOf('查阅', ['query:share']);
const unseeing = actorOf('共享', ['cadre:sensitive']);

let office: QueryOffice;
let leaver: Actor;

beforeEach(async () => {
  office = await openQueryOffice(10);
  const { id } = await addUserAccount(office.store.db, { name: 'zhou', displayName: '周某', role: 'clerk' });
  leaver = { ...actorOf('周某'), id };
});

async function share(question: Question) {
  const body = { kind: 'question', name: '女干部', shared: true, question } as const;
  return office.call(leaver, createSavedQuery, { body });
}

/** As the administrator does it. */
async function closeAccount(): Promise<void> {
  await office.store.db
    .withTables<{ users: { id: string; disabled: number } }>()
    .updateTable('users')
    .set({ disabled: 1 })
    .where('id', '=', leaver.id)
    .execute();
}

it('what somebody shared who is gone is taken over, with a record of it, and can be changed then', async () => {
  const { id, version } = await share(women);
  await closeAccount();
  expect(await office.call(keeper, listSavedQueries)).toMatchObject({
    items: [{ id, mine: false, mayTakeOver: true, ownerName: '周某' }],
  });
  const taken = await office.call(keeper, takeOverSavedQuery, { params: { id }, body: { version } });
  expect(taken).toEqual({ version: version + 1 });
  expect(await office.call(keeper, listSavedQueries)).toMatchObject({
    items: [{ mine: true, mayTakeOver: false, takenOver: { fromName: '周某', byName: '管理' } }],
  });
  const saved = { kind: 'question', name: '改名', shared: true, question: {} } as const;
  await office.call(keeper, updateSavedQuery, { params: { id }, body: { version: version + 1, saved } });
  await office.call(keeper, removeSavedQuery, { params: { id } });
  const [record] = await office.store.db
    .withTables<{ saved_takeovers: { saved: string; from_user: string; to_user: string; name: string } }>()
    .selectFrom('saved_takeovers')
    .select(['saved', 'from_user', 'to_user', 'name'])
    .execute();
  expect(record).toEqual({ saved: id, from_user: leaver.id, to_user: keeper.id, name: '女干部' });
});

it('what belongs to somebody who is still there is not taken over', async () => {
  const { id, version } = await share(women);
  const taking = { params: { id }, body: { version } };
  expect(await office.call(keeper, listSavedQueries)).toMatchObject({ items: [{ mayTakeOver: false }] });
  expect(await office.refused(keeper, takeOverSavedQuery, taking)).toMatchObject({
    status: 409,
    code: 'saved-owner-active',
  });
});

it('taking over takes the right to share, and to see all that is asked; one of two comes first', async () => {
  const { id, version } = await share({ where: { op: 'starts', field: 'A01.nationalId', text: '99' } });
  await closeAccount();
  const taking = { params: { id }, body: { version } };
  expect(await office.refused(reader, takeOverSavedQuery, taking)).toMatchObject({ status: 403 });
  expect(await office.call(reader, listSavedQueries)).toMatchObject({ items: [{ mayTakeOver: false }] });
  expect(await office.refused(unseeing, takeOverSavedQuery, taking)).toMatchObject({
    status: 403,
    details: { permission: 'cadre:sensitive' },
  });
  const late = { params: { id }, body: { version: version + 1 } };
  expect(await office.refused(keeper, takeOverSavedQuery, late)).toMatchObject({ code: 'saved-changed' });
});
