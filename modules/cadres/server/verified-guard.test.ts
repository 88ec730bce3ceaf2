import { describe, expect, it } from 'vitest';
import { newId, type RecordRow } from '#platform/model';
import { applyChange, BulkChange, readSubject, undoChange, type SetEdit, type Store } from '#platform/server';
import { cadreStore } from './test-cadres.ts';

const author = { actor: { id: 'tester', name: '测试员' }, origin: 'web', summary: '修改' } as const;

const [personRow, verificationRow] = [newId(), newId()];

async function write(store: Store, id: string, event: 'create' | 'update', sets: Record<string, SetEdit>) {
  return applyChange(store, author, [{ subject: id, kind: 'person', event, sets }]);
}

const person = (birthDate: string): RecordRow => ({ id: personRow, name: '何其芳', birthDate });
const verification = (verifiedValue: string, verifiedOn = '2019-05-20', id = verificationRow): RecordRow => ({
  id,
  factCode: '1',
  verifiedValue,
  verifiedOn,
  documentName: '认定表',
  reviewer: '审核组',
});

/** A person whose birth in 1972-11 was verified; A01 and VF01 stand at version 1. */
async function verifiedPerson() {
  const store = await cadreStore();
  const id = newId();
  await write(store, id, 'create', {
    A01: { expectedVersion: 0, rows: [person('1972-11')] },
    VF01: { expectedVersion: 0, rows: [verification('1972-11')] },
  });
  return { store, id };
}

describe('a verified birth', () => {
  it('is not changed by any writer', async () => {
    const { store, id } = await verifiedPerson();
    const change = write(store, id, 'update', { A01: { expectedVersion: 1, rows: [person('1974-11')] } });
    await expect(change).rejects.toMatchObject({ code: 'verified-fact', status: 422 });
  });

  it('is changed together with a new verification, and both come back together', async () => {
    const { store, id } = await verifiedPerson();
    const both = [verification('1972-11'), verification('1974-11', '2026-03-01', newId())];
    const change = await write(store, id, 'update', {
      A01: { expectedVersion: 1, rows: [person('1974-11')] },
      VF01: { expectedVersion: 1, rows: both },
    });
    await undoChange(store, { actor: author.actor }, change.id);
    const sets = await readSubject(store.db, id);
    expect(sets['A01']?.rows).toMatchObject([{ birthDate: '1972-11' }]);
    expect(sets['VF01']?.rows).toMatchObject([{ verifiedValue: '1972-11' }]);
  });

  it('is not set free by deleting its verification first', async () => {
    const { store, id } = await verifiedPerson();
    const deleting = write(store, id, 'update', { VF01: { expectedVersion: 1, rows: [] } });
    await expect(deleting).rejects.toMatchObject({ code: 'verification-kept', status: 422 });
    const bulk = await BulkChange.begin(store);
    const sets = { VF01: { expectedVersion: 1, rows: [] } };
    const adding = bulk.add([{ subject: id, kind: 'person', event: 'update', sets }]);
    await expect(adding).rejects.toMatchObject({ code: 'verification-kept' });
  });

  it('is set free by a recorded withdrawal, which can be taken back', async () => {
    const { store, id } = await verifiedPerson();
    const withdrawn = {
      ...verification('1972-11'),
      withdrawnOn: '2026-03-02',
      withdrawnBy: '档案审核组',
      withdrawnDocument: '复核意见',
    };
    const change = await write(store, id, 'update', { VF01: { expectedVersion: 1, rows: [withdrawn] } });
    const corrected = await write(store, id, 'update', {
      A01: { expectedVersion: 1, rows: [person('1974-11')] },
    });
    await undoChange(store, { actor: author.actor }, corrected.id);
    await undoChange(store, { actor: author.actor }, change.id);
    const editing = write(store, id, 'update', { A01: { expectedVersion: 3, rows: [person('1974-11')] } });
    await expect(editing).rejects.toMatchObject({ code: 'verified-fact' });
  });

  it('goes with its verification when the change that brought both is undone', async () => {
    const store = await cadreStore();
    const id = newId();
    await write(store, id, 'create', { A01: { expectedVersion: 0, rows: [person('1974-11')] } });
    const verifying = await write(store, id, 'update', {
      A01: { expectedVersion: 1, rows: [person('1972-11')] },
      VF01: { expectedVersion: 0, rows: [verification('1972-11')] },
    });
    await undoChange(store, { actor: author.actor }, verifying.id);
    const sets = await readSubject(store.db, id);
    expect(sets['A01']?.rows).toMatchObject([{ birthDate: '1974-11' }]);
    expect(sets['VF01']?.rows).toEqual([]);
  });

  it('does not come back unverified by an undo', async () => {
    const store = await cadreStore();
    const id = newId();
    await write(store, id, 'create', { A01: { expectedVersion: 0, rows: [person('1974-11')] } });
    const corrected = await write(store, id, 'update', {
      A01: { expectedVersion: 1, rows: [person('1972-11')] },
    });
    await write(store, id, 'update', { VF01: { expectedVersion: 0, rows: [verification('1972-11')] } });
    const undone = undoChange(store, { actor: author.actor }, corrected.id);
    await expect(undone).rejects.toMatchObject({ code: 'verified-fact' });
  });

  it('is not overwritten by work on many people that was waiting when it was verified', async () => {
    const store = await cadreStore();
    const id = newId();
    await write(store, id, 'create', { A01: { expectedVersion: 0, rows: [person('1972-11')] } });
    const bulk = await BulkChange.begin(store);
    const sets = { A01: { expectedVersion: 1, rows: [person('1974-11')] } };
    await bulk.add([{ subject: id, kind: 'person', event: 'update', sets }]);
    await write(store, id, 'update', { VF01: { expectedVersion: 0, rows: [verification('1972-11')] } });
    await expect(bulk.publish(author)).rejects.toMatchObject({ code: 'verified-fact' });
    expect((await readSubject(store.db, id))['A01']?.rows).toMatchObject([{ birthDate: '1972-11' }]);
  });
});
