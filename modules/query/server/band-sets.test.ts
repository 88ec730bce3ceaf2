import { expect, it } from 'vitest';
import { defaultBandSets, type BandSet } from '#platform/model';
import { listBandSets, resetBandSet, saveBandSet } from '#modules/query';
import { readBandSets } from './band-sets.ts';
import { actorOf, openQueryOffice } from './test-office.ts';

const clerk = actorOf('科员');
const reader = actorOf('查阅', ['query:share', 'cadre:sensitive']);

const ages: BandSet = {
  id: 'age:standard',
  label: '年龄段',
  field: 'age',
  bands: [
    { label: '40岁以下', to: 40 },
    { label: '41岁以上', from: 41 },
  ],
};

it('band sets are as delivered until the office edits them, and again when it resets them', async () => {
  const office = await openQueryOffice(1);
  const edit = (version: number, set: BandSet) =>
    ({ params: { id: set.id }, body: { version, set } }) as const;
  expect(await readBandSets(office.store)).toEqual(defaultBandSets);

  expect(await office.call(clerk, saveBandSet, edit(0, ages))).toEqual({ version: 1 });
  expect((await readBandSets(office.store)).find(({ id }) => id === ages.id)).toEqual(ages);
  expect(await office.refused(clerk, saveBandSet, edit(0, ages))).toMatchObject({
    status: 409,
    code: 'band-set-changed',
  });
  expect(await office.call(clerk, saveBandSet, edit(1, ages))).toEqual({ version: 2 });
  expect(await office.refused(clerk, saveBandSet, edit(1, ages))).toMatchObject({ code: 'band-set-changed' });

  const own: BandSet = { ...ages, id: 'age:own', label: '两段' };
  await office.call(clerk, saveBandSet, edit(0, own));
  const { items } = await office.call(reader, listBandSets);
  expect(items).toHaveLength(defaultBandSets.length + 1);
  expect(items.at(0)).toMatchObject({ set: ages, version: 2, isDefault: true, edited: { by: '科员' } });
  expect(items.at(1)).toMatchObject({ version: 0, isDefault: true, edited: null });
  expect(items.at(-1)).toMatchObject({ set: own, version: 1, isDefault: false });

  for (const id of [ages.id, own.id]) await office.call(clerk, resetBandSet, { params: { id } });
  expect(await readBandSets(office.store)).toEqual(defaultBandSets);
  expect(await office.refused(clerk, resetBandSet, { params: { id: own.id } })).toMatchObject({
    status: 404,
  });
  // A page from before does not fit what was set since.
  const now = (await office.call(reader, listBandSets)).items.find(({ set }) => set.id === ages.id);
  expect(await office.call(clerk, saveBandSet, edit(now?.version ?? 0, ages))).toEqual({ version: 4 });
  for (const stale of [0, 1, 2, 3])
    expect(await office.refused(clerk, saveBandSet, edit(stale, ages))).toMatchObject({ status: 409 });
});

it('band sets are edited by who may share, under their own id, and only when they can be used', async () => {
  const office = await openQueryOffice(1);
  const edit = { params: { id: ages.id }, body: { version: 0, set: ages } };
  expect(await office.refused(reader, saveBandSet, edit)).toMatchObject({ status: 403 });
  expect(await office.refused(reader, resetBandSet, { params: { id: ages.id } })).toMatchObject({
    status: 403,
  });
  expect(await office.refused(clerk, saveBandSet, { ...edit, params: { id: 'age:town' } })).toMatchObject({
    code: 'invalid',
  });
  const unknown: BandSet = {
    id: 'highestEducation:own',
    label: '学历',
    field: 'highestEducation',
    heads: [{ label: '研究生', values: ['none'] }],
  };
  expect(
    await office.refused(clerk, saveBandSet, {
      params: { id: unknown.id },
      body: { version: 0, set: unknown },
    }),
  ).toMatchObject({ code: 'invalid', message: '“研究生”里有不存在的代码。' });
});
