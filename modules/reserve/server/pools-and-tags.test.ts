import { describe, expect, it } from 'vitest';
import { readSubject, undoChange } from '#platform/server';
import { runQuery } from '#modules/query';
import { deliveredPools } from '#modules/reserve';
import { renamePool, savePools } from './definitions.ts';
import { exitPeople } from './edit-members.ts';
import { reserveOverview } from './overview.ts';
import { readReviews, writeReviews } from './reviews.ts';
import { poolStructure } from './structure.ts';
import { mergeTagsOfAll, tagChosen, tagsFor } from './tags.ts';
import { asOf, clerk, openReserve } from './test-reserve.ts';
import { poolUse } from './use.ts';

const pool = 'young-deputy';

describe('renaming a pool', () => {
  it('is shown first, changes definition and members together, and can be undone', async () => {
    const { store, tables, person, enter } = await openReserve();
    const ids = [await person('顾长青'), await person('沈知秋')];
    await enter(pool, ids);
    const names = { from: '优秀年轻干部（副科）', to: '优秀年轻副科级干部' };
    const shown = await renamePool(store, clerk, { ...names, version: 0, preview: true });
    expect(shown).toMatchObject({
      people: 2,
      names: expect.arrayContaining(['顾长青', '沈知秋']),
      change: null,
    });
    const done = await renamePool(store, clerk, { ...names, version: 0, preview: false });
    expect(done).toMatchObject({ people: 2, version: 1 });
    const after = await reserveOverview(store, tables, clerk, asOf);
    expect(after.pools.find((each) => each.pool.id === pool)).toMatchObject({
      pool: { name: names.to },
      members: 2,
    });
    await undoChange(store, { actor: clerk }, done.change ?? '');
    expect((await reserveOverview(store, tables, clerk, asOf)).unlisted).toEqual([
      { name: names.from, members: 2 },
    ]);
    await renamePool(store, clerk, { ...names, version: 1, preview: false });
    expect((await reserveOverview(store, tables, clerk, asOf)).unlisted).toEqual([]);
  });

  it('is not done by an edit of the definitions, nor over an edit of somebody else', async () => {
    const { store, tables, person, enter } = await openReserve();
    await enter(pool, [await person('顾长青')]);
    const pools = deliveredPools.map((each) => (each.id === pool ? { ...each, name: '别的名字' } : each));
    const saving = savePools(store, tables, clerk, { pools, version: 0 });
    await expect(saving).rejects.toMatchObject({ code: 'invalid' });
    await savePools(store, tables, clerk, { pools: deliveredPools, version: 0 });
    const names = { from: '优秀年轻干部（副科）', to: '年轻副科' };
    const renaming = renamePool(store, clerk, { ...names, version: 0, preview: false });
    await expect(renaming).rejects.toMatchObject({ code: 'setting-changed' });
    expect((await reserveOverview(store, tables, clerk, asOf)).unlisted).toEqual([]);
  });
});

describe('the structure of a pool', () => {
  it('stands against the target and adds up', async () => {
    const { store, tables, person, enter } = await openReserve();
    const ids = [
      await person('顾长青'),
      await person('沈知秋', { born: '1980-01' }),
      await person('林晚照', { sex: '2', born: '1993-01' }),
    ];
    await enter(pool, ids);
    const { members, lines, breakdowns } = await poolStructure(store, tables, clerk, { pool, asOf });
    expect(members).toBe(3);
    expect(lines.find(({ id }) => id === 'women')).toMatchObject({
      count: 1,
      share: 33.3,
      needed: 1,
      missing: 0,
    });
    for (const { label, groups } of breakdowns) {
      const sum = groups.reduce((total, { share }) => total + Math.round(share * 10), 0);
      expect(sum, label).toBe(1000);
    }
    expect(breakdowns[0]?.groups).toEqual([
      { label: '男', count: 2, share: 66.7 },
      { label: '女', count: 1, share: 33.3 },
    ]);
  });
});

describe('the use of a pool', () => {
  it('tells who was promoted, after how long, by batch and by year', async () => {
    const { store, tables, person, enter } = await openReserve();
    const up = await person('顾长青', {
      levels: [
        ['1A42', '2020-05'],
        ['1A41', '2025-04'],
      ],
    });
    const still = await person('林晚照', { sex: '2' });
    await enter(pool, [up, still], { enteredOn: '2024-01-10', batch: '2024 年' });
    const end = { exitedOn: '2025-04-20', exitReasonCode: '1', remark: '' } as const;
    await exitPeople(store, tables, clerk, { pool, ids: [up], ...end });
    const use = await poolUse(store, tables, clerk, { pool, asOf });
    expect(use).toMatchObject({ people: 2, promoted: 1, share: 50, months: 14 });
    expect(use.used).toMatchObject([{ id: up, promotedOn: '2025.04', level: '乡科级正职', months: 14 }]);
    expect(use.batches).toMatchObject([{ batch: '2024 年', people: 2, stillIn: 1, promoted: 1, women: 1 }]);
    const before = await poolUse(store, tables, clerk, { pool, asOf: '2025-03-31' });
    expect(before).toMatchObject({ people: 2, promoted: 0 });
    const since = await poolUse(store, tables, clerk, { pool, asOf, since: '2025-12-31' });
    expect(since).toMatchObject({ people: 1, promoted: 0 });
  });
});

describe('the reviews of a year', () => {
  it('are written for many as one change, unless somebody has written meanwhile', async () => {
    const { store, tables, person, enter } = await openReserve();
    const ids = [await person('顾长青'), await person('林晚照')];
    await enter(pool, ids);
    const read = () => readReviews(store, tables, clerk, { pool, year: '2026', asOf });
    const people = (await read()).people.map(({ id, version }) => ({
      id,
      version,
      conclusionCode: '2' as const,
      opinion: '加强基层历练',
    }));
    const body = { pool, year: '2026', reviewedOn: '2026-06-20', people };
    expect(await writeReviews(store, tables, clerk, body)).toMatchObject({ people: 2 });
    expect((await read()).people.map(({ conclusionCode }) => conclusionCode)).toEqual(['2', '2']);
    await expect(writeReviews(store, tables, clerk, body)).rejects.toMatchObject({ code: 'reviews-changed' });
    const { pools } = await reserveOverview(store, tables, clerk, asOf);
    expect(pools.find((each) => each.pool.id === pool)?.reviewed).toBe(2);
  });
});

describe('tags', () => {
  const tag = { kind: '1', name: '财政金融' } as const;
  const plain = { note: '', recognizedOn: '' } as const;

  it('are given to a selection and found by a part of their name', async () => {
    const office = await openReserve();
    const { store, tables, countOf, person } = office;
    const ids = [await person('顾长青'), await person('林晚照')];
    const people = { ids };
    const done = await tagChosen(store, tables, clerk, { people, tag, does: 'add', ...plain });
    expect(done).toMatchObject({ changed: 2, unchanged: 0 });
    const where = {
      op: 'some',
      set: 'TG01',
      where: { op: 'contains', field: 'TG01.name', text: '财政' },
    } as const;
    const found = await office.call(clerk, runQuery, {
      body: { question: { where }, columns: ['TG01.name'] },
    });
    expect(found.rows.map(({ texts }) => texts)).toEqual([['财政金融'], ['财政金融']]);
    await undoChange(store, { actor: clerk }, done.change ?? '');
    expect(await countOf({ where })).toBe(0);
  });

  it('are renamed over all people and on the list as one change', async () => {
    const { store, tables, person } = await openReserve();
    const id = await person('顾长青');
    const free = { kind: '1', name: '财税' } as const;
    for (const each of [tag, free])
      await tagChosen(store, tables, clerk, { people: { ids: [id] }, tag: each, does: 'add', ...plain });
    const to = { kind: '1', name: '财政税务' } as const;
    await mergeTagsOfAll(store, clerk, { from: [tag, free], to, version: 0, preview: false });
    const rows = (await readSubject(store.db, id))['TG01']?.rows ?? [];
    expect(rows.map(({ name }) => name)).toEqual(['财政税务']);
    const { list, tags, version } = await tagsFor(store, tables, clerk);
    expect(list['1']).toContain('财政税务');
    expect(list['1']).not.toContain('财政金融');
    expect(tags.filter(({ people }) => people > 0)).toEqual([{ ...to, listed: true, people: 1 }]);
    expect(version).toBe(1);
  });
});
