import { expect, it } from 'vitest';
import { newId } from '#platform/model';
import { readSubject } from '#platform/server';
import { editSetOfUnit } from './edit-unit-set.ts';
import { readUnitFor } from './read-unit.ts';
import { addUnit, clerk, unitStore } from './test-units.ts';

it('saves sets with versions, and shows both states of a conflict', async () => {
  const store = await unitStore();
  const id = await addUnit(store, '甲局');
  const slot = { id: newId(), title: '局长', roleCode: '1', order: 1 };
  expect(await editSetOfUnit(store, clerk, id, 'PS01', 'quota', { version: 0, rows: [slot] })).toBe(1);
  const other = { version: 0, rows: [{ ...slot, title: '主任' }] };
  await expect(editSetOfUnit(store, clerk, id, 'PS01', 'quota', other)).rejects.toMatchObject({
    code: 'version-conflict',
  });
  const { sets } = await readUnitFor(store, clerk, id, undefined);
  expect(sets['PS01']).toMatchObject({ version: 1, rows: [{ title: '局长' }] });
});

it('keeps the quotas of a unit from those who may not see them', async () => {
  const store = await unitStore();
  const id = await addUnit(store, '甲局');
  await editSetOfUnit(store, clerk, id, 'PS01', 'quota', {
    version: 0,
    rows: [{ id: newId(), title: '局长' }],
  });
  const permissions = new Set([...clerk.permissions].filter((each) => each !== 'quota:read'));
  expect((await readUnitFor(store, { ...clerk, permissions }, id, undefined)).sets).not.toHaveProperty(
    'PS01',
  );
  // A right to edit units is none to edit their quotas.
  const edit = { version: 1, rows: [] };
  await expect(editSetOfUnit(store, clerk, id, 'PS01', 'unit', edit)).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('refuses a unit without a row of its own, events to come, and units that are not there', async () => {
  const store = await unitStore();
  const id = await addUnit(store, '甲局');
  const save = async (code: string, row: Record<string, string> | null) =>
    editSetOfUnit(store, clerk, id, code, 'unit', {
      version: (await readSubject(store.db, id, [code]))[code]?.version ?? 0,
      rows: row === null ? [] : [{ id: newId(), ...row }],
    });
  await expect(save('B01', null)).rejects.toMatchObject({ code: 'invalid' });
  await expect(save('B01', { name: '甲局', parentOrgCode: newId() })).rejects.toMatchObject({
    code: 'not-found',
  });
  const event = { changeCode: '2', nameBefore: '乙局', nameAfter: '甲局' };
  await expect(save('UH01', { ...event, changedOn: '2999' })).rejects.toMatchObject({
    code: 'unit-change-invalid',
  });
  await expect(save('UH01', { ...event, changedOn: '2019', successor: newId() })).rejects.toMatchObject({
    code: 'not-found',
  });
  await save('UH01', { ...event, changedOn: '2019' });
  expect((await readUnitFor(store, clerk, id, '2018-01-01')).name).toBe('乙局');
});
