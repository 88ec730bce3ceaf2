import { describe, expect, it } from 'vitest';
import { newId, type RecordRow } from '#platform/model';
import { applyChange } from './apply-change.ts';
import { BulkChange } from './bulk-change.ts';
import { readHistory } from './journal.ts';
import type { SubjectEdit } from './plan-edits.ts';
import { readMany, readSubject, subjectExists } from './read-records.ts';
import type { Store } from './store.ts';
import { discardDraft, sweepDrafts } from './sweep-drafts.ts';
import { author, note, noteEdit, testStore } from './test-store.ts';
import { undoChange } from './undo-change.ts';
import { verifyJournal } from './verify-journal.ts';

/** A store in which one person has the note 甲. */
async function onePerson(): Promise<{ store: Store; person: string; row: RecordRow }> {
  const store = await testStore();
  const person = newId();
  const row = note('甲');
  await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
  return { store, person, row };
}

async function* inBatches(edits: readonly SubjectEdit[], size = 20): AsyncGenerator<readonly SubjectEdit[]> {
  for (let start = 0; start < edits.length; start += size) yield edits.slice(start, start + size);
}

async function titleAndVersion(store: Store, person: string): Promise<unknown[]> {
  const stored = (await readSubject(store.db, person))['N01'];
  return [stored?.rows[0]?.['title'], stored?.version];
}

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
    for (const table of ['subjects', 'records', 'change_items', 'drafts', 'draft_subjects'] as const) {
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

  it('takes batch after batch, each sealed as the journal expects it', async () => {
    const store = await testStore();
    const people = Array.from({ length: 70 }, () => newId());
    const bulk = await BulkChange.begin(store);
    await bulk.addAll(inBatches(people.map((id, index) => noteEdit(id, 'create', 0, [note(`人${index}`)]))));
    await bulk.publish(author);
    expect(await titleAndVersion(store, people[69] ?? '')).toEqual(['人69', 1]);
    expect((await readHistory(store.db, people[40] ?? '', 1))[0]?.payload?.sets['N01']?.after).toMatchObject([
      { title: '人40' },
    ]);
    expect(await verifyJournal(store)).toMatchObject({ changes: 1, ok: true });
  });

  it('fails with what breaks the making of a batch, or with what one may not say', async () => {
    const { store, person, row } = await onePerson();
    const fresh = () => noteEdit(newId(), 'create', 0, [note('新')]);
    const bulk = await BulkChange.begin(store);
    const broken = async function* () {
      for (let batch = 0; batch < 3; batch += 1) yield [fresh()];
      throw new TypeError('broken on purpose');
    };
    await expect(bulk.addAll(broken())).rejects.toThrow('broken on purpose');
    const old = noteEdit(person, 'update', 0, [{ ...row, title: '乙' }]);
    await expect(bulk.addAll(inBatches([fresh(), fresh(), fresh(), old], 1))).rejects.toMatchObject({
      code: 'version-conflict',
    });
    await discardDraft(store, bulk.id);
    expect(await store.db.selectFrom('subjects').select('id').execute()).toEqual([{ id: person }]);
  });

  it('keeps updates to itself until it is published', async () => {
    const { store, person, row } = await onePerson();
    const bulk = await BulkChange.begin(store);
    await bulk.add([noteEdit(person, 'update', 1, [{ ...row, title: '乙' }])]);
    expect(await titleAndVersion(store, person)).toEqual(['甲', 1]);
    expect((await verifyJournal(store)).ok).toBe(true);
    await bulk.publish(author);
    expect(await titleAndVersion(store, person)).toEqual(['乙', 2]);
  });

  it('leaves nothing waiting once it is published', async () => {
    const { store, person, row } = await onePerson();
    const bulk = await BulkChange.begin(store);
    await bulk.add([noteEdit(person, 'update', 1, [{ ...row, title: '乙' }])]);
    await bulk.publish(author);
    expect(await store.db.selectFrom('records').select('version').execute()).toEqual([{ version: 2 }]);
    expect(await store.db.selectFrom('draft_subjects').selectAll().execute()).toEqual([]);
  });

  it('shows only the new state when its process ends right after, and is cleared later', async () => {
    const { store, person, row } = await onePerson();
    const replaced = await store.db.selectFrom('records').selectAll().executeTakeFirstOrThrow();
    const bulk = await BulkChange.begin(store);
    await bulk.add([noteEdit(person, 'update', 1, [{ ...row, title: '乙' }])]);
    await bulk.publish(author);
    const left = { draft: bulk.id, subject: person, kind: 'person', event: 'update' } as const;
    await store.db.insertInto('draft_subjects').values(left).execute();
    await store.db.insertInto('records').values(replaced).execute();
    expect(await titleAndVersion(store, person)).toEqual(['乙', 2]);
    expect((await verifyJournal(store)).ok).toBe(true);
    await applyChange(store, author, [noteEdit(person, 'update', 2, [{ ...row, title: '丙' }])]);
    expect(await titleAndVersion(store, person)).toEqual(['丙', 3]);
    await store.db.insertInto('records').values(replaced).execute();
    await sweepDrafts(store);
    expect(await store.db.selectFrom('records').select('version').execute()).toEqual([{ version: 3 }]);
    expect(await store.db.selectFrom('draft_subjects').selectAll().execute()).toEqual([]);
  });

  it('cannot be taken for abandoned once it is published', async () => {
    const { store, person, row } = await onePerson();
    const fresh = newId();
    const bulk = await BulkChange.begin(store);
    await bulk.add([
      noteEdit(person, 'update', 1, [{ ...row, title: '乙' }]),
      noteEdit(fresh, 'create', 0, [note('新')]),
    ]);
    await bulk.publish(author);
    await discardDraft(store, bulk.id);
    expect(await subjectExists(store.db, fresh, 'person')).toBe(true);
    expect(await titleAndVersion(store, person)).toEqual(['乙', 2]);
    expect(await verifyJournal(store)).toMatchObject({ changes: 2, ok: true });
  });

  it('is lost as soon as somebody begins to sweep it away', async () => {
    const { store, person, row } = await onePerson();
    const bulk = await BulkChange.begin(store);
    await bulk.add([noteEdit(person, 'update', 1, [{ ...row, title: '乙' }])]);
    await store.db.updateTable('drafts').set({ seen_at: '' }).execute();
    await expect(bulk.publish(author)).rejects.toMatchObject({ code: 'draft-lost' });
    expect(await sweepDrafts(store)).toBe(1);
    expect(await titleAndVersion(store, person)).toEqual(['甲', 1]);
    expect(await store.db.selectFrom('records').select('version').execute()).toEqual([{ version: 1 }]);
  });

  it('gives way to another that was published first', async () => {
    const { store, person, row } = await onePerson();
    const [first, second] = [await BulkChange.begin(store), await BulkChange.begin(store)];
    await first.add([noteEdit(person, 'update', 1, [{ ...row, title: '先' }])]);
    await second.add([noteEdit(person, 'update', 1, [{ ...row, title: '后' }])]);
    await first.publish(author);
    await expect(second.publish(author)).rejects.toMatchObject({
      code: 'version-conflict',
      details: { conflicts: [{ subject: person, set: 'N01', version: 2 }] },
    });
    await discardDraft(store, second.id);
    expect(await titleAndVersion(store, person)).toEqual(['先', 2]);
    expect(await store.db.selectFrom('records').select('version').execute()).toEqual([{ version: 2 }]);
  });

  it('changes nobody who was removed meanwhile', async () => {
    const { store, person, row } = await onePerson();
    const bulk = await BulkChange.begin(store);
    await bulk.add([noteEdit(person, 'update', 1, [{ ...row, title: '乙' }])]);
    await applyChange(store, author, [{ subject: person, kind: 'person', event: 'remove', sets: {} }]);
    await expect(bulk.publish(author)).rejects.toMatchObject({ code: 'not-found' });
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
