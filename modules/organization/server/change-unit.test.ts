import { describe, expect, it } from 'vitest';
import { readSubject, today, undoChange, type Store } from '#platform/server';
import type { UnitChange, UnitUse } from '#modules/organization';
import { applyUnitChange, previewChange } from './change-unit.ts';
import { createUnitFor } from './create-unit.ts';
import { editSetOfUnit } from './edit-unit-set.ts';
import type { UnitUses } from './end-unit.ts';
import { orderUnitsFor } from './order-units.ts';
import { readUnitFor } from './read-unit.ts';
import { addUnit, clerk, unitStore } from './test-units.ts';
import { readUnitTree } from './unit-tree.ts';
import { unitsAsOf } from './units-as-of.ts';

const nobody: UnitUses = async () => [];
const abolish: Extract<UnitChange, { kind: 'abolish' }> = {
  kind: 'abolish',
  on: '2019-03',
  merged: false,
  successor: null,
  withOffices: false,
  confirmed: false,
};

async function change(store: Store, id: string, wanted: UnitChange, uses = nobody): Promise<string> {
  const { versions } = await previewChange(store, uses, clerk, id, wanted);
  return applyUnitChange(store, uses, clerk, id, wanted, versions);
}

async function names(store: Store, day?: string): Promise<string[]> {
  const units = day === undefined ? (await readUnitTree(store)).units : await unitsAsOf(store, day);
  return units.map(({ name, depth, abolished }) => `${'-'.repeat(depth)}${name}${abolished ? '×' : ''}`);
}

describe('a change of a unit', () => {
  it('writes today and history at once, shows the earlier day, and is undone', async () => {
    const store = await unitStore();
    const top = await addUnit(store, '样板区');
    const id = await addUnit(store, '样板区文化局', top, { shortName: '区文化局', levelCode: '110' });
    const renamed = await change(store, id, {
      kind: 'rename',
      on: '2019-03-20',
      name: '样板区文化和旅游局',
      shortName: '区文旅局',
      documentNo: '样委发〔2019〕3号',
    });
    await change(store, id, { kind: 'regrade', on: '2020', level: '109' });
    expect(await names(store)).toEqual(['样板区', '-样板区文化和旅游局']);
    expect(await names(store, '2019-03-19')).toEqual(['样板区', '-样板区文化局']);
    const unit = await readUnitFor(store, clerk, id, undefined);
    expect(unit).toMatchObject({ shortName: '区文旅局', levelCode: '109', life: 'living' });
    expect(unit.names.map(({ name }) => name)).toEqual(['样板区文化局', '样板区文化和旅游局']);
    expect(unit.path).toEqual([{ id: top, name: '样板区' }]);
    const then = await readUnitFor(store, clerk, id, '2018-01-01');
    expect(then).toMatchObject({ name: '样板区文化局', levelCode: '110' });
    expect((await readUnitTree(store)).find(id)?.formerNames).toEqual(['样板区文化局']);
    await expect(undoChange(store, { actor: clerk }, renamed)).rejects.toMatchObject({
      code: 'version-conflict',
    });
    const again = await change(store, id, { kind: 'rename', on: '2023-01', name: '样板区文旅局' });
    await undoChange(store, { actor: clerk }, again);
    expect(await names(store)).toEqual(['样板区', '-样板区文化和旅游局']);
  });

  it('refuses what is still to come, what was overtaken, what changes nothing, and a stale preview', async () => {
    const store = await unitStore();
    const id = await addUnit(store, '甲局');
    const rename = (on: string, name: string): UnitChange => ({ kind: 'rename', on, name });
    const invalid = { code: 'unit-change-invalid' };
    await expect(change(store, id, rename('2999', '乙局'))).rejects.toMatchObject(invalid);
    await expect(change(store, id, rename('2019', '甲局'))).rejects.toMatchObject(invalid);
    const { versions } = await previewChange(store, nobody, clerk, id, rename('2020', '丙局'));
    await change(store, id, rename('2019', '乙局'));
    await expect(change(store, id, rename('2018', '丁局'))).rejects.toMatchObject(invalid);
    await expect(
      applyUnitChange(store, nobody, clerk, id, rename('2020', '丙局'), versions),
    ).rejects.toMatchObject({ code: 'unit-changed-since' });
  });

  it('moves below another unit, at its end, and never below itself', async () => {
    const store = await unitStore();
    const [party, government] = [await addUnit(store, '区委'), await addUnit(store, '区政府')];
    await addUnit(store, '教育局', government, { order: 7 });
    const id = await addUnit(store, '信访局', party, { order: 1 });
    const office = await addUnit(store, '办公室', id);
    await change(store, id, { kind: 'move', on: '2019-03', parent: government });
    expect(await names(store)).toEqual(['区委', '区政府', '-教育局', '-信访局', '--办公室']);
    expect(await names(store, '2019-02-01')).toEqual(['区委', '-信访局', '--办公室', '区政府', '-教育局']);
    const below: UnitChange = { kind: 'move', on: '2020', parent: office };
    await expect(change(store, id, below)).rejects.toMatchObject({ code: 'unit-circle' });
    const stored = (await readSubject(store.db, id, ['B01']))['B01'];
    const rows = (stored?.rows ?? []).map((row) => ({ ...row, parentOrgCode: office }));
    const edit = { version: stored?.version ?? 0, rows };
    await expect(editSetOfUnit(store, clerk, id, 'B01', 'unit', edit)).rejects.toMatchObject({
      code: 'unit-circle',
    });
  });
});

describe('the end of a unit', () => {
  it('waits for the units below it, takes its offices along, and asks about its people', async () => {
    const store = await unitStore();
    const [id, successor] = [
      await addUnit(store, '甲局', null, { order: 1 }),
      await addUnit(store, '乙局', null, { order: 2 }),
    ];
    const office = await addUnit(store, '一科', id, { kindCode: '2' });
    const school = await addUnit(store, '学校', id);
    const asked: string[][] = [];
    const people: UnitUse = { label: '在册人员', count: 2, names: ['张三', '李四'] };
    const uses: UnitUses = async (_actor, units) => {
      asked.push([...units]);
      return [people, { label: '任职人员', count: 0, names: [] }];
    };
    const preview = await previewChange(store, uses, clerk, id, abolish);
    expect(preview.obstacles).toHaveLength(2);
    expect(preview.doubts).toHaveLength(1);
    expect(preview.uses).toEqual([people]);
    expect(preview.offices).toEqual([{ id: office, name: '一科' }]);
    expect(asked).toEqual([[id, office]]);
    await change(store, school, { kind: 'move', on: '2019', parent: successor });
    const whole = { ...abolish, withOffices: true };
    await expect(change(store, id, whole, uses)).rejects.toMatchObject({ code: 'unit-in-use' });
    await change(store, id, { ...whole, merged: true, successor }, uses);
    expect(await names(store)).toEqual(['甲局×', '-一科×', '乙局', '-学校']);
    expect(await names(store, '2019-02-28')).toEqual(['甲局', '-一科', '乙局', '-学校']);
    expect(await readUnitFor(store, clerk, id, undefined)).toMatchObject({
      life: 'abolished',
      end: { on: '2019-03', merged: true, successor: { name: '乙局' } },
    });
    const taking = await readUnitFor(store, clerk, successor, undefined);
    expect(taking).toMatchObject({ life: 'living', predecessors: [{ id, name: '甲局' }] });
    expect(taking.sets['UH01']?.rows[0]).toMatchObject({ changeCode: '5', remark: '甲局并入' });
    await expect(change(store, id, { ...whole, confirmed: true })).rejects.toMatchObject({
      code: 'unit-change-invalid',
    });
  });

  it('is possible without a successor when the operator confirms it, and can be taken back', async () => {
    const store = await unitStore();
    const id = await addUnit(store, '甲局');
    const uses: UnitUses = async () => [{ label: '在册人员', count: 1, names: ['张三'] }];
    const done = await change(store, id, { ...abolish, confirmed: true }, uses);
    expect(await names(store)).toEqual(['甲局×']);
    await undoChange(store, { actor: clerk }, done);
    expect(await names(store)).toEqual(['甲局']);
  });
});

describe('units in order', () => {
  it('are founded at the end, and put into another order', async () => {
    const store = await unitStore();
    const top = await addUnit(store, '区政府');
    const [a, b] = [
      await addUnit(store, '发改局', top, { order: 1 }),
      await addUnit(store, '教育局', top, { order: 2 }),
    ];
    const c = await createUnitFor(store, clerk, { name: '审计局', parent: top, foundedOn: '2019-03' });
    expect(await names(store)).toEqual(['区政府', '-发改局', '-教育局', '-审计局']);
    expect(await names(store, '2018-01-01')).toEqual(['区政府', '-发改局', '-教育局']);
    await orderUnitsFor(store, clerk, top, [c, a, b]);
    expect(await names(store)).toEqual(['区政府', '-审计局', '-发改局', '-教育局']);
    await expect(orderUnitsFor(store, clerk, top, [a, b])).rejects.toMatchObject({
      code: 'siblings-changed',
    });
    const later = { name: '新局', parent: top, foundedOn: '2999' };
    await expect(createUnitFor(store, clerk, later)).rejects.toMatchObject({ code: 'unit-change-invalid' });
  });

  it('belong to those who reach them', async () => {
    const store = await unitStore();
    const [ours, theirs] = [await addUnit(store, '甲局'), await addUnit(store, '乙局')];
    const bounded = { ...clerk, scope: { kind: 'units', units: [ours] } } as const;
    await readUnitFor(store, bounded, ours, undefined);
    const unseen = { code: 'not-found' };
    await expect(readUnitFor(store, bounded, theirs, undefined)).rejects.toMatchObject(unseen);
    await expect(createUnitFor(store, bounded, { name: '丙局', parent: null })).rejects.toMatchObject(unseen);
    const move: UnitChange = { kind: 'move', on: today(), parent: theirs };
    await expect(change(store, ours, move)).resolves.toBeTypeOf('string');
    await expect(
      previewChange(store, nobody, bounded, ours, { ...move, parent: theirs }),
    ).rejects.toMatchObject(unseen);
  });
});
