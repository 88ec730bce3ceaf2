import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/model';
import { applyChange } from './apply-change.ts';
import { BulkChange } from './bulk-change.ts';
import { readMany, subjectExists } from './read-records.ts';
import type { Store } from './store.ts';
import { discardDraft, sweepDrafts } from './sweep-drafts.ts';
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
    ['an added record', `insert into records select subject, 'N02', 1, '[]', change_id from records`, 3],
    ['a person removed past the journal', `update subjects set removed = 1`, 3],
    ['a hidden person', `insert into drafts values ('x', '', '9'); update subjects set draft = 'x'`, 3],
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

describe('a change of many', () => {
  it('shows nothing before it is published and everything after', async () => {
    const store = await testStore();
    const people = Array.from({ length: 150 }, () => newId());
    const bulk = await BulkChange.begin(store);
    await bulk.add(people.map((id) => noteEdit(id, 'create', 0, [note('人')])));
    expect(await subjectExists(store.db, people[0] ?? '', 'person')).toBe(false);
    await bulk.publish({ ...author, summary: '批量' });
    expect(await subjectExists(store.db, people[149] ?? '', 'person')).toBe(true);
    expect(await verifyJournal(store)).toMatchObject({ changes: 1, ok: true });
  });

  it('leaves nothing behind when it is abandoned', async () => {
    const store = await testStore();
    const bulk = await BulkChange.begin(store);
    await bulk.add(Array.from({ length: 300 }, () => noteEdit(newId(), 'create', 0, [note('人')])));
    expect(await sweepDrafts(store, new Date(Date.now() + 60_000))).toBe(0);
    expect(await sweepDrafts(store, new Date(Date.now() + 3_600_000))).toBe(1);
    for (const table of ['subjects', 'records', 'change_items', 'drafts', 'draft_records'] as const) {
      expect(await store.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    }
    await expect(bulk.publish(author)).rejects.toMatchObject({ code: expect.stringMatching(/draft-lost/) });
  });

  it('updates as many as there are, and takes all of it back', async () => {
    const store = await testStore();
    const people = Array.from({ length: 1100 }, () => ({ id: newId(), row: note('先') }));
    const made = await BulkChange.begin(store);
    await made.add(people.map(({ id, row }) => noteEdit(id, 'create', 0, [row])));
    await made.publish(author);
    const changed = await BulkChange.begin(store);
    await changed.add(people.map(({ id, row }) => noteEdit(id, 'update', 1, [{ ...row, title: '后' }])));
    const { id } = await changed.publish(author);
    const titles = async () => {
      const sets = await readMany(
        store.db,
        people.map((person) => person.id),
      );
      return new Set([...sets.values()].map((stored) => stored['N01']?.rows[0]?.['title']));
    };
    expect(await titles()).toEqual(new Set(['后']));
    await undoChange(store, author, id);
    expect(await titles()).toEqual(new Set(['先']));
    expect(await verifyJournal(store)).toMatchObject({ changes: 3, ok: true });
  });

  it('leaves nothing waiting once it is published, also when its process ends right after', async () => {
    const store = await testStore();
    const person = newId();
    const row = note('甲');
    await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
    const bulk = await BulkChange.begin(store);
    await bulk.add([noteEdit(person, 'update', 1, [{ ...row, title: '乙' }])]);
    await bulk.publish(author);
    expect(await store.db.selectFrom('draft_records').selectAll().execute()).toEqual([]);
    const left = { draft: newId(), subject: person, kind: 'person', event: 'update' } as const;
    await store.db.insertInto('draft_subjects').values(left).execute();
    await sweepDrafts(store);
    expect(await store.db.selectFrom('draft_subjects').selectAll().execute()).toEqual([]);
  });

  it('is refused as a whole when one of its updates was overtaken', async () => {
    const store = await testStore();
    const [old, fresh] = [newId(), newId()];
    const row = note('甲');
    await applyChange(store, author, [noteEdit(old, 'create', 0, [row])]);
    const bulk = await BulkChange.begin(store);
    await bulk.add([
      noteEdit(old, 'update', 1, [{ ...row, title: '批' }]),
      noteEdit(fresh, 'create', 0, [note('新')]),
    ]);
    await applyChange(store, author, [noteEdit(old, 'update', 1, [{ ...row, title: '先' }])]);
    await expect(bulk.publish(author)).rejects.toMatchObject({ code: 'version-conflict' });
    expect(await subjectExists(store.db, fresh, 'person')).toBe(false);
    await discardDraft(store, bulk.id);
    expect(await verifyJournal(store)).toMatchObject({ changes: 2, ok: true });
  });
});
