import { expect, it } from 'vitest';
import { newId, permissions, type Actor, type Permission } from '#platform/model';
import { applyChange, type Store } from '#platform/server';
import { rememberMatch } from '#modules/organization/server';
import { withPeople } from '#modules/cadres/server';
import { folderOf, importFolder, importStore, operator } from './test-import.ts';

const clerk: Actor = { ...operator, permissions: new Set(Object.keys(permissions) as Permission[]) };

async function addUnit(store: Store, name: string): Promise<string> {
  const id = newId();
  const rows = [{ id: newId(), name, kindCode: '1' }];
  await applyChange(store, { actor: clerk, origin: 'web', summary: '新增机构' }, [
    { subject: id, kind: 'unit', event: 'create', sets: { B01: { expectedVersion: 0, rows } } },
  ]);
  return id;
}

const unitOf = async (store: Store) =>
  (
    await withPeople(store.db).selectFrom('person_index').select(['name', 'unit']).orderBy('name').execute()
  ).map(({ name, unit }) => [name, unit]);

it('puts new people where their form says, also by a name of which the operator said what it means', async () => {
  const store = await importStore();
  const archive = await addUnit(store, '样板区档案馆');
  await addUnit(store, '样板区教育局');
  const unknown = '样板区档案事务中心主任';
  await importFolder(
    store,
    folderOf({ name: '蒋闻一', currentPost: '样板区档案馆馆长' }, { name: '蒋闻二', currentPost: unknown }),
  );
  expect(await unitOf(store)).toEqual([
    ['蒋闻一', archive],
    ['蒋闻二', null],
  ]);
  await rememberMatch(store, clerk, { name: '样板区档案事务中心', unit: archive });
  await importFolder(store, folderOf({ name: '蒋闻三', currentPost: unknown }));
  await rememberMatch(store, clerk, { name: '样板区档案事务中心', unit: null });
  await importFolder(store, folderOf({ name: '蒋闻四', currentPost: unknown }));
  expect(await unitOf(store)).toEqual([
    ['蒋闻一', archive],
    ['蒋闻三', archive],
    ['蒋闻二', null],
    ['蒋闻四', null],
  ]);
});
