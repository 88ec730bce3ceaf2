import { describe, expect, it } from 'vitest';
import type { Actor } from '#platform/model';
import { applyChange, readSubject, type Store, type SubjectEdit } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { editMany, type EditSettings } from './bulk-edit.ts';

/** Somebody of one unit, a person of that unit, and a unit elsewhere. */
async function smallOffice() {
  const office = await openQueryOffice(30);
  const { store } = office;
  const { units, within } = await readUnitTree(store);
  const own = units.find(({ depth }) => depth === 2)?.id ?? '';
  const elsewhere = units.find(({ id, depth }) => depth === 2 && !within(own).includes(id))?.id ?? '';
  const person = await office.add({
    A01: [{ name: '何其芳', statisticalOrgCode: own }],
    A15: [{ year: '2022', resultCode: '1' }],
  });
  return { store, person, own, elsewhere, clerk: actorOf('小范围', [], { kind: 'units', units: [own] }) };
}

async function renamed(store: Store, unit: string, name: string): Promise<SubjectEdit> {
  const { version = 0, rows = [] } = (await readSubject(store.db, unit))['B01'] ?? {};
  const after = rows.map((row) => ({ ...row, name, shortName: name }));
  return {
    subject: unit,
    kind: 'unit',
    event: 'update',
    sets: { B01: { expectedVersion: version, rows: after } },
  };
}

const run = (store: Store, actor: Actor, settings: EditSettings, expected: string | null) =>
  editMany(
    store,
    actor,
    settings,
    { onError: () => {} },
    { signal: new AbortController().signal, progress: () => {} },
    expected,
  );

describe('an edit of many people', () => {
  it('leaves those alone who have gone out of reach since the preview', async () => {
    const { store, person, elsewhere, clerk } = await smallOffice();
    const settings: EditSettings = {
      ids: [person],
      set: 'A15',
      field: 'resultCode',
      edit: { kind: 'set', value: '2' },
      where: null,
    };
    const { fingerprint, counts } = await run(store, clerk, settings, null);
    expect(counts.updated).toBe(1);
    const { version = 0, rows = [] } = (await readSubject(store.db, person))['A01'] ?? {};
    const moved = rows.map((row) => ({ ...row, statisticalOrgCode: elsewhere }));
    await applyChange(store, { actor: clerk, origin: 'web', summary: '调动' }, [
      {
        subject: person,
        kind: 'person',
        event: 'update',
        sets: { A01: { expectedVersion: version, rows: moved } },
      },
    ]);
    await expect(run(store, clerk, settings, fingerprint)).rejects.toMatchObject({
      code: 'preview-outdated',
    });
    expect((await readSubject(store.db, person))['A15']?.rows).toMatchObject([{ resultCode: '1' }]);
  });

  it('is refused when a name has come to mean another unit since the preview', async () => {
    const { store, person, own, elsewhere } = await smallOffice();
    const clerk = actorOf('经办人');
    const { nameOf, units } = await readUnitTree(store);
    const third = units.find(({ id, depth }) => depth === 2 && id !== own && id !== elsewhere)?.id ?? '';
    const settings: EditSettings = {
      ids: [person],
      set: 'A01',
      field: 'statisticalOrgCode',
      edit: { kind: 'set', value: nameOf(elsewhere) },
      where: null,
    };
    const { fingerprint } = await run(store, clerk, settings, null);
    await applyChange(store, { actor: clerk, origin: 'web', summary: '更名' }, [
      await renamed(store, elsewhere, '某某旧机构'),
      await renamed(store, third, nameOf(elsewhere)),
    ]);
    await expect(run(store, clerk, settings, fingerprint)).rejects.toMatchObject({
      code: 'preview-outdated',
    });
    expect((await readSubject(store.db, person))['A01']?.rows).toMatchObject([{ statisticalOrgCode: own }]);
  });

  it('gives a first record to those who have none, as the preview showed', async () => {
    const { store, person, clerk } = await smallOffice();
    const settings: EditSettings = {
      ids: [person],
      set: 'A37',
      field: 'officeAddress',
      edit: { kind: 'set', value: '某某路一号' },
      where: null,
    };
    const { fingerprint, counts } = await run(store, clerk, settings, null);
    expect(counts.created).toBe(1);
    expect((await run(store, clerk, settings, fingerprint)).change).not.toBeNull();
  });

  it('leaves a date alone that is known more exactly', async () => {
    const office = await openQueryOffice(1);
    const ids = [
      await office.add({ A01: [{ name: '何其芳', workStartDate: '1995-08-01' }] }),
      await office.add({ A01: [{ name: '许地山', workStartDate: '1994-07' }] }),
    ];
    const { counts } = await run(
      office.store,
      actorOf('管理员', []),
      {
        ids,
        set: 'A01',
        field: 'workStartDate',
        edit: { kind: 'set', value: '1995.08' },
        where: null,
      },
      null,
    );
    expect(counts).toMatchObject({ unchanged: 1, updated: 1, refused: 0 });
  });

  it('moves nobody to where the operator could not see them', async () => {
    const { store, person, elsewhere, clerk } = await smallOffice();
    const edit = (what: EditSettings['edit']) =>
      run(
        store,
        clerk,
        { ids: [person], set: 'A01', field: 'statisticalOrgCode', edit: what, where: null },
        null,
      );
    await expect(edit({ kind: 'clear' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(edit({ kind: 'set', value: elsewhere })).rejects.toMatchObject({ code: 'invalid' });
  });
});
