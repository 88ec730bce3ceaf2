import { describe, expect, it } from 'vitest';
import { CadreError, newId } from '#platform/model';
import { applyChange } from './apply-change.ts';
import { readHistory } from './journal.ts';
import { readSubject } from './read-records.ts';
import { author, note, noteEdit, testStore } from './test-store.ts';
import { undoChange } from './undo-change.ts';

const failure = async (work: Promise<unknown>): Promise<CadreError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CadreError)) throw new Error('expected a refusal', { cause: error });
  return error;
};

describe('a change', () => {
  it('writes the rows, counts the version and tells the history before and after', async () => {
    const store = await testStore();
    const person = newId();
    const row = note('初稿');
    await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
    await applyChange(store, author, [noteEdit(person, 'update', 1, [{ ...row, title: '定稿' }])]);
    expect((await readSubject(store.db, person))['N01']).toEqual({
      version: 2,
      rows: [{ id: row.id, title: '定稿' }],
    });
    const [last, first] = await readHistory(store.db, person, 10);
    expect(last?.payload?.sets['N01']).toMatchObject({
      before: [{ title: '初稿' }],
      after: [{ title: '定稿' }],
    });
    expect(first).toMatchObject({ actorName: '测试员', summary: '修改摘记', payload: { event: 'create' } });
  });

  it('on an older version is refused with both values, and nothing is written', async () => {
    const store = await testStore();
    const person = newId();
    const row = note('甲');
    await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
    await applyChange(store, author, [noteEdit(person, 'update', 1, [{ ...row, title: '乙' }])]);
    const error = await failure(
      applyChange(store, author, [noteEdit(person, 'update', 1, [{ ...row, title: '丙' }])]),
    );
    expect(error.code).toBe('version-conflict');
    expect(error.details['conflicts']).toMatchObject([
      { set: 'N01', version: 2, difference: { changed: [{ field: 'title', before: '乙', after: '丙' }] } },
    ]);
    expect((await readSubject(store.db, person))['N01']?.rows[0]?.['title']).toBe('乙');
  });

  it('with one bad row refuses all subjects of the change', async () => {
    const store = await testStore();
    const [good, bad] = [newId(), newId()];
    const error = await failure(
      applyChange(store, author, [
        noteEdit(good, 'create', 0, [note('好')]),
        noteEdit(bad, 'create', 0, [{ ...note('坏'), writtenOn: '1972-13' }]),
      ]),
    );
    expect(error.code).toBe('record-invalid');
    expect(error.message).toContain('1972-13');
    expect(await store.db.selectFrom('subjects').selectAll().execute()).toEqual([]);
  });

  it('that changes nothing is refused, and so is one to somebody who is not there', async () => {
    const store = await testStore();
    const person = newId();
    const row = note('同');
    await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
    expect(
      (await failure(applyChange(store, author, [noteEdit(person, 'update', 1, [{ ...row, count: null }])])))
        .code,
    ).toBe('nothing-changed');
    expect((await failure(applyChange(store, author, [noteEdit(newId(), 'update', 0, [row])]))).code).toBe(
      'not-found',
    );
  });

  it('of two at once lets exactly one through', async () => {
    const store = await testStore();
    const person = newId();
    const row = note('零');
    await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
    const results = await Promise.allSettled(
      ['一', '二', '三'].map((title) =>
        applyChange(store, author, [noteEdit(person, 'update', 1, [{ ...row, title }])]),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('undo', () => {
  it('writes what stood before as a new change, and can itself be undone', async () => {
    const store = await testStore();
    const person = newId();
    const row = note('旧');
    await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
    const change = await applyChange(store, author, [
      noteEdit(person, 'update', 1, [{ ...row, title: '新' }]),
    ]);
    const undo = await undoChange(store, author, change.id);
    expect((await readSubject(store.db, person))['N01']?.rows[0]?.['title']).toBe('旧');
    await undoChange(store, author, undo.id);
    expect((await readSubject(store.db, person))['N01']?.rows[0]?.['title']).toBe('新');
    expect((await failure(undoChange(store, author, change.id))).code).toBe('already-undone');
  });

  it('never overwrites later work', async () => {
    const store = await testStore();
    const person = newId();
    const row = note('一');
    await applyChange(store, author, [noteEdit(person, 'create', 0, [row])]);
    const change = await applyChange(store, author, [
      noteEdit(person, 'update', 1, [{ ...row, title: '二' }]),
    ]);
    await applyChange(store, author, [noteEdit(person, 'update', 2, [{ ...row, title: '三' }])]);
    expect((await failure(undoChange(store, author, change.id))).code).toBe('version-conflict');
    expect((await readSubject(store.db, person))['N01']?.rows[0]?.['title']).toBe('三');
  });

  it('of a creation removes the person, and undoing that brings the person back', async () => {
    const store = await testStore();
    const person = newId();
    const change = await applyChange(store, author, [noteEdit(person, 'create', 0, [note('人')])]);
    const undo = await undoChange(store, author, change.id);
    expect((await failure(applyChange(store, author, [noteEdit(person, 'update', 1, [])]))).code).toBe(
      'not-found',
    );
    await undoChange(store, author, undo.id);
    expect((await readSubject(store.db, person))['N01']?.rows).toHaveLength(1);
  });
});
