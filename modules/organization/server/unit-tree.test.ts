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

it('names an internal office behind its unit in lists', async () => {
  const store = await unitStore();
  const unit = await addUnit(store, '样板区甲局', null, { shortName: '区甲局' });
  const office = await addUnit(store, '办公室', unit, { kindCode: '2' });
  const desk = await addUnit(store, '机要室', office, { kindCode: '2' });
  const tree = await readUnitTree(store);
  expect([unit, office, desk].map(tree.listedNameOf)).toEqual(['样板区甲局', '区甲局办公室', '区甲局机要室']);
});
