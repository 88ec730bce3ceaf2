import { expect, it } from 'vitest';
import { newId } from '#platform/model';
import { applyChange } from '#platform/server';
import { addUnit, clerk, unitStore } from './test-units.ts';
import { readUnitTree } from './unit-tree.ts';

it('is read again when a unit has changed, and stays the same while only others do', async () => {
  const store = await unitStore();
  await addUnit(store, '甲局');
  const tree = await readUnitTree(store);
  await applyChange(store, { actor: clerk, origin: 'web', summary: '新增干部' }, [
    { subject: newId(), kind: 'person', event: 'create', sets: {} },
  ]);
  expect(await readUnitTree(store)).toBe(tree);
  await addUnit(store, '乙局');
  const next = await readUnitTree(store);
  expect(next.version).not.toBe(tree.version);
  expect(next.units.map(({ name }) => name)).toEqual(['乙局', '甲局']);
});
