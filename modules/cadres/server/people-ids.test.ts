import { expect, it } from 'vitest';
import { newId, type Actor } from '#platform/model';
import { applyChange } from '#platform/server';
import { chosenPeople } from './people-ids.ts';
import { cadreStore } from './test-cadres.ts';

const clerk: Actor = {
  id: 'clerk',
  name: '科员',
  permissions: new Set(['cadre:read', 'cadre:edit']),
  scope: { kind: 'everything' },
};

it('names people one by one, or a whole list, with some left out', async () => {
  const store = await cadreStore();
  const [first, second, third] = [newId(), newId(), newId()];
  for (const id of [first, second, third]) {
    const basic = { id: newId(), name: '张三' };
    await applyChange(store, { actor: clerk, origin: 'web', summary: '新增' }, [
      { subject: id, kind: 'person', event: 'create', sets: { A01: { expectedVersion: 0, rows: [basic] } } },
    ]);
  }
  expect(await chosenPeople(store, clerk, {})).toEqual([first, second, third].toSorted());
  expect(await chosenPeople(store, clerk, { unit: 'none', except: [second] })).toEqual(
    [first, third].toSorted(),
  );
  expect(await chosenPeople(store, clerk, { ids: [third, newId()] })).toEqual([third]);
  expect(await chosenPeople(store, clerk, { ids: [] })).toEqual([]);
});
