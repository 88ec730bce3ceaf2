import { describe, expect, it } from 'vitest';
import { newId, permissions, type Actor, type Permission } from '#platform/model';
import { applyChange, readChanges, readSubject, type Store } from '#platform/server';
import { editSetOf } from './edit-set.ts';
import { listPeople } from './list-people.ts';
import { cadreStore } from './test-cadres.ts';

const clerk: Actor = {
  id: 'clerk',
  name: '经办人',
  permissions: new Set(Object.keys(permissions) as Permission[]),
  scope: { kind: 'everything' },
};
const author = { actor: clerk, origin: 'web', summary: '准备' } as const;

async function add(
  store: Store,
  kind: 'person' | 'unit',
  row: Record<string, string | null>,
): Promise<string> {
  const id = newId();
  const set = kind === 'person' ? 'A01' : 'B01';
  await applyChange(store, author, [
    {
      subject: id,
      kind,
      event: 'create',
      sets: { [set]: { expectedVersion: 0, rows: [{ id: newId(), ...row }] } },
    },
  ]);
  return id;
}

async function saveBasics(store: Store, actor: Actor, id: string, values: Record<string, string>) {
  const stored = (await readSubject(store.db, id, ['A01']))['A01'];
  const [row] = stored?.rows ?? [];
  if (!row) throw new Error('nobody there');
  return editSetOf(store, actor, id, 'A01', { version: stored?.version ?? 0, rows: [{ ...row, ...values }] });
}

describe('saving a set', () => {
  it('never leaves a person without a name and basics', async () => {
    const store = await cadreStore();
    const id = await add(store, 'person', { name: '甲' });
    await expect(editSetOf(store, clerk, id, 'A01', { version: 1, rows: [] })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('is called a withdrawal where a verification is withdrawn', async () => {
    const store = await cadreStore();
    const id = await add(store, 'person', { name: '甲' });
    const evidence = { documentName: '认定表', reviewer: '审核组', verifiedOn: '2019-05-20' };
    const row = { id: newId(), factCode: '1', verifiedValue: '1972.11', ...evidence };
    const withdrawal = { withdrawnOn: '2026-03-02', withdrawnBy: '审核组', withdrawnDocument: '复核意见' };
    await editSetOf(store, clerk, id, 'VF01', { version: 0, rows: [row] });
    await editSetOf(store, clerk, id, 'VF01', { version: 1, rows: [{ ...row, ...withdrawal }] });
    const noted = { ...row, ...withdrawal, remark: '已归档' };
    await editSetOf(store, clerk, id, 'VF01', { version: 2, rows: [noted] });
    expect((await readChanges(store.db, 3)).map(({ summary }) => summary)).toEqual([
      '修改甲的三龄两历认定',
      '撤销认定：甲的出生日期 1972.11',
      '修改甲的三龄两历认定',
    ]);
  });

  it('refuses a unit that is not there, and a picture that nobody uploaded', async () => {
    const store = await cadreStore();
    const id = await add(store, 'person', { name: '甲' });
    await expect(saveBasics(store, clerk, id, { statisticalOrgCode: newId() })).rejects.toMatchObject({
      code: 'not-found',
    });
    const rows = [{ id: newId(), data: 'a'.repeat(64) }];
    await expect(editSetOf(store, clerk, id, 'A57', { version: 0, rows })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('moves nobody out of the reach of the one who saves', async () => {
    const store = await cadreStore();
    const [ours, theirs] = [
      await add(store, 'unit', { name: '甲局' }),
      await add(store, 'unit', { name: '乙局' }),
    ];
    const id = await add(store, 'person', { name: '甲', statisticalOrgCode: ours });
    const bounded: Actor = { ...clerk, scope: { kind: 'units', units: [ours] } };
    await saveBasics(store, bounded, id, { health: '健康' });
    await expect(saveBasics(store, bounded, id, { statisticalOrgCode: theirs })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('finding people', () => {
  const found = async (store: Store, actor: Actor, find: string) =>
    (await listPeople(store, { find, page: 1, size: 10 }, ['SF01.notes', 'A01.nationalId'], actor)).total;

  it('by ID number is for those who may see ID numbers', async () => {
    const store = await cadreStore();
    await add(store, 'person', { name: '甲', nationalId: '990101197803040017' });
    expect(await found(store, clerk, '99010119780304')).toBe(1);
    const reader: Actor = { ...clerk, permissions: new Set<Permission>(['cadre:read']) };
    expect(await found(store, reader, '99010119780304')).toBe(0);
  });

  it('takes signs of the query language for themselves, and shows no columns of the program', async () => {
    const store = await cadreStore();
    await add(store, 'person', { name: '甲_乙' });
    expect(await found(store, clerk, '%')).toBe(0);
    expect(await found(store, clerk, '_')).toBe(1);
    const { columns } = await listPeople(store, { page: 1, size: 10 }, ['SF01.notes', 'A01.name'], clerk);
    expect(columns.map(({ path }) => path)).toEqual(['A01.name']);
  });
});
