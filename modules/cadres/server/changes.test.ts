import { describe, expect, it } from 'vitest';
import { newId, permissions, type Actor, type Permission } from '#platform/model';
import { applyChange, type Store, type TaskRunner } from '#platform/server';
import { changesFor, undoFor } from './changes.ts';
import { requirePerson } from './scope.ts';
import { cadreStore } from './test-cadres.ts';

const clerk: Actor = {
  id: 'clerk',
  name: '经办人',
  permissions: new Set(Object.keys(permissions) as Permission[]),
  scope: { kind: 'everything' },
};
const here: TaskRunner = () => Promise.reject(new Error('a small change needs no process'));

async function addUnit(store: Store, name: string): Promise<string> {
  const id = newId();
  const rows = [{ id: newId(), name }];
  await applyChange(store, { actor: clerk, origin: 'web', summary: `新增机构：${name}` }, [
    { subject: id, kind: 'unit', event: 'create', sets: { B01: { expectedVersion: 0, rows } } },
  ]);
  return id;
}

/** Adds people as one change. */
async function addPeople(store: Store, ...people: { name: string; statisticalOrgCode: string }[]) {
  return applyChange(
    store,
    { actor: clerk, origin: 'web', summary: `新增干部：${people.map(({ name }) => name).join('、')}` },
    people.map((person) => ({
      subject: newId(),
      kind: 'person',
      event: 'create',
      sets: { A01: { expectedVersion: 0, rows: [{ id: newId(), ...person }] } },
    })),
  );
}

describe('the list of changes', () => {
  it('names nobody to those who may not see people', async () => {
    const store = await cadreStore();
    await addUnit(store, '甲局');
    const administrator: Actor = { ...clerk, permissions: new Set<Permission>(['journal:read']) };
    expect(JSON.stringify(await changesFor(store, administrator))).not.toContain('甲局');
    expect(await changesFor(store, clerk)).toMatchObject([{ summary: '新增机构：甲局' }]);
  });

  it('opens no person to those who may not see people', async () => {
    const store = await cadreStore();
    const unit = await addUnit(store, '甲局');
    await addPeople(store, { name: '一', statisticalOrgCode: unit });
    const [person] = await store.db
      .selectFrom('subjects')
      .select('id')
      .where('kind', '=', 'person')
      .execute();
    const administrator: Actor = { ...clerk, permissions: new Set<Permission>(['journal:read']) };
    await requirePerson(store, clerk, person?.id ?? '');
    await expect(requirePerson(store, administrator, person?.id ?? '')).rejects.toMatchObject({
      status: 404,
    });
  });

  it('holds for a bounded scope what happened within, and only that can be taken back', async () => {
    const store = await cadreStore();
    const [ours, theirs] = [await addUnit(store, '甲局'), await addUnit(store, '乙局')];
    const inside = await addPeople(store, { name: '一', statisticalOrgCode: ours });
    const outside = await addPeople(store, { name: '二', statisticalOrgCode: theirs });
    const both = await addPeople(
      store,
      { name: '三', statisticalOrgCode: ours },
      { name: '四', statisticalOrgCode: theirs },
    );
    const bounded: Actor = { ...clerk, scope: { kind: 'units', units: [ours] } };
    const listed = (await changesFor(store, bounded)).map(({ summary }) => summary);
    expect(listed).toEqual(['（2 个对象的变更，部分不在您的管理范围内）', '新增干部：一', '新增机构：甲局']);
    await expect(undoFor(store, here, bounded, outside.id, '')).rejects.toMatchObject({ code: 'not-found' });
    await expect(undoFor(store, here, bounded, both.id, '')).rejects.toMatchObject({ code: 'out-of-scope' });
    await undoFor(store, here, bounded, inside.id, '');
    expect((await changesFor(store, clerk))[0]?.summary).toBe('撤销：新增干部：一');
  });
});

describe('the removal of a person', () => {
  it('is taken back by whoever could remove them, and by nobody elsewhere', async () => {
    const store = await cadreStore();
    const [ours, theirs] = [await addUnit(store, '甲局'), await addUnit(store, '乙局')];
    const added = await addPeople(store, { name: '一', statisticalOrgCode: ours });
    const bounded: Actor = { ...clerk, scope: { kind: 'units', units: [ours] } };
    const elsewhere: Actor = { ...clerk, scope: { kind: 'units', units: [theirs] } };
    const removed = await undoFor(store, here, bounded, added.id, '');
    expect((await changesFor(store, bounded))[0]?.summary).toBe('撤销：新增干部：一');
    expect((await changesFor(store, elsewhere)).map(({ summary }) => summary)).toEqual(['新增机构：乙局']);
    await expect(undoFor(store, here, elsewhere, removed, '')).rejects.toMatchObject({ code: 'not-found' });
    await expect(undoFor(store, here, bounded, removed, '')).resolves.toBeTypeOf('string');
  });
});

describe('a change that made a unit', () => {
  const lastChange = async (store: Store) => (await changesFor(store, clerk))[0]?.id ?? '';

  it('is not taken back while people are in the unit', async () => {
    const store = await cadreStore();
    const unit = await addUnit(store, '甲局');
    const made = await lastChange(store);
    await addPeople(store, { name: '一', statisticalOrgCode: unit });
    const added = await lastChange(store);
    await expect(undoFor(store, here, clerk, made, '')).rejects.toMatchObject({ code: 'unit-in-use' });
    await undoFor(store, here, clerk, added, '');
    await expect(undoFor(store, here, clerk, made, '')).resolves.toBeTypeOf('string');
  });
});
