import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/model';
import { applyChange } from './apply-change.ts';
import type { Store } from './store.ts';
import { author, note, noteEdit, testStore } from './test-store.ts';
import { undoChange } from './undo-change.ts';
import { verifyJournal } from './verify-journal.ts';

async function threeChanges(store: Store): Promise<string> {
  const person = newId();
  const row = note('甲');
  await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
  const second = await applyChange(store, author, [noteEdit(person, 'update', 1, [{ ...row, title: '乙' }])]);
  await undoChange(store, author, second.id);
  return person;
}

/** The state after the second change, as it was stored then. */
const olderState = `update records set rows = replace(rows, '甲', '乙'), version = 2,
  change_id = (select id from changes where seq = 2)`;

describe('the journal', () => {
  it('proves itself when nobody has touched it', async () => {
    const store = await testStore();
    await threeChanges(store);
    expect(await verifyJournal(store)).toMatchObject({ changes: 3, ok: true, firstBad: null });
  });

  it.each([
    ['a rewritten author', `update changes set actor_name = '别人' where seq = 2`, 2],
    ['a removed change', `delete from changes where seq = 2`, 2],
    [
      'a removed item',
      `delete from change_items where change_id = (select id from changes where seq = 3)`,
      3,
    ],
    [
      'an exchanged payload',
      `update change_items set payload = x'00' where change_id = (select id from changes where seq = 1)`,
      1,
    ],
    ['a record changed past the journal', `update records set rows = replace(rows, '甲', '丙')`, 3],
    ['a record put back to an older state', olderState, 3],
    ['a removed record', `delete from records`, 3],
    ['an added record', `insert into records select subject, 'N02', 1, change_id, '[]' from records`, 3],
    ['a person removed past the journal', `update subjects set removed = 1`, 3],
    ['a hidden person', `insert into drafts values ('x', '', '9', 0); update subjects set draft = 'x'`, 3],
    ['a person gone without a trace', `delete from subjects`, 3],
    ['a person whom no change made', `insert into subjects values ('x', 'person', null, 0)`, 0],
    ['a damaged file', `insert into files values ('${'0'.repeat(64)}', 'image/jpeg', 1, x'00')`, 0],
  ])('finds %s', async (_what, statement, firstBad) => {
    const store = await testStore();
    await threeChanges(store);
    await sql.raw('pragma foreign_keys = off').execute(store.db);
    for (const one of statement.split('; ')) await sql.raw(one).execute(store.db);
    expect(await verifyJournal(store)).toMatchObject({ ok: false, firstBad });
  });

  it('still holds when the content of a change was lawfully erased', async () => {
    const store = await testStore();
    await threeChanges(store);
    await sql.raw('update change_items set payload = null').execute(store.db);
    expect((await verifyJournal(store)).ok).toBe(true);
  });
});
