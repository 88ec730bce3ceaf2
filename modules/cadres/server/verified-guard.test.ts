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
const verification = (verifiedValue: string): RecordRow => ({
  id: verificationRow,
  factCode: '1',
  verifiedValue,
  verifiedOn: '2019-05-20',
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
    const change = await write(store, id, 'update', {
      A01: { expectedVersion: 1, rows: [person('1974-11')] },
      VF01: { expectedVersion: 1, rows: [verification('1974-11')] },
    });
    const undone = await undoChange(store, { actor: author.actor }, change.id);
    expect(undone.seq).toBe(change.seq + 1);
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
