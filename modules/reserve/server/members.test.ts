import { describe, expect, it } from 'vitest';
import { readSubject, undoChange } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { deliveredPools } from '#modules/reserve';
import { actorOf } from '../../query/server/test-office.ts';
import { savePools } from './definitions.ts';
import { enterPeople, exitPeople } from './edit-members.ts';
import { listPeople } from './list-people.ts';
import { reserveOverview } from './overview.ts';
import { asOf, clerk, openReserve, plainEntry } from './test-reserve.ts';

const pool = 'young-deputy';
const name = '优秀年轻干部（副科）';

describe('the pools as delivered', () => {
  it('can all be asked of the sample district', async () => {
    const { store, tables } = await openReserve(900);
    const { pools } = await reserveOverview(store, tables, clerk, asOf);
    expect(pools.map(({ problem }) => problem)).toEqual(deliveredPools.map(() => ''));
    const young = pools.find((each) => each.pool.id === pool);
    expect(young?.candidates).toBeGreaterThan(0);
  });
});

describe('a member of a pool', () => {
  it('was a candidate, enters, is found by a question, and is out again when the entry is undone', async () => {
    const { store, tables, countOf, person, enter } = await openReserve();
    const [one, two] = [await person('顾长青'), await person('沈知秋', { born: '1980-01' })];
    const candidates = () => listPeople(store, tables, clerk, { pool, part: 'candidates', asOf });
    expect((await candidates()).people.map(({ id }) => id)).toEqual([one]);
    const done = await enter(pool, [one, two]);
    expect(done).toMatchObject({ entered: 2, already: 0 });
    expect((await candidates()).count).toBe(0);
    const where = {
      op: 'some',
      set: 'RP01',
      where: { op: 'in', field: 'RP01.poolName', values: [name] },
    } as const;
    const inPool = (day: string) => countOf({ where }, day);
    expect(await inPool(asOf)).toBe(2);
    expect(await inPool('2025-01-09')).toBe(0);
    expect(await enter(pool, [one])).toEqual({ change: null, entered: 0, already: 1 });
    await undoChange(store, { actor: clerk }, done.change ?? '');
    expect(await inPool(asOf)).toBe(0);
  });

  it('should leave who meets the exit rule, and leaves with a reason on a day', async () => {
    const { store, tables, person, enter } = await openReserve();
    const [young, old] = [await person('顾长青'), await person('沈知秋', { born: '1980-01' })];
    await enter(pool, [young, old], { batch: '2025 年', enteredOn: '2025-01-10' });
    const list = (part: 'members' | 'former' | 'leavers', day = asOf) =>
      listPeople(store, tables, clerk, { pool, part, asOf: day });
    expect((await list('leavers')).people.map(({ id }) => id)).toEqual([old]);
    const end = { exitedOn: '2026-03-01', exitReasonCode: '2', remark: '满 45 岁' } as const;
    await exitPeople(store, tables, clerk, { pool, ids: [old], ...end });
    expect((await list('members')).people.map(({ id }) => id)).toEqual([young]);
    expect((await list('members', '2026-02-28')).count).toBe(2);
    const former = await list('former');
    expect(former.people).toHaveLength(1);
    expect(former.people[0]).toMatchObject({
      id: old,
      membership: { batch: '2025 年', exitedOn: '2026.03.01', exitReason: '年龄超限', remark: '满 45 岁' },
    });
    const again = exitPeople(store, tables, clerk, { pool, ids: [old], ...end });
    await expect(again).rejects.toMatchObject({ code: 'nothing-changed' });
  });

  it('may come from a question, and come back after having left', async () => {
    const { store, tables, person, enter } = await openReserve();
    const id = await person('顾长青');
    await person('沈知秋', { sex: '2' });
    await enter(pool, [id], { enteredOn: '2024-01-01' });
    await exitPeople(store, tables, clerk, {
      pool,
      ids: [id],
      exitedOn: '2024-12-31',
      exitReasonCode: '4',
      remark: '',
    });
    const question = { population: 'all' } as const;
    const done = await enterPeople(store, tables, clerk, { pool, people: { question }, ...plainEntry });
    expect(done.entered).toBe(2);
    expect((await readSubject(store.db, id))['RP01']?.rows).toHaveLength(2);
  });

  it('enters no closed pool', async () => {
    const { store, tables, person, enter } = await openReserve();
    const pools = deliveredPools.map((each) => (each.id === pool ? { ...each, closed: true } : each));
    await savePools(store, tables, clerk, { pools, version: 0 });
    const entering = enter(pool, [await person('顾长青')]);
    await expect(entering).rejects.toMatchObject({ code: 'reserve-closed' });
  });
});

describe('who may see the pools', () => {
  it('are those alone who see what is sensitive', async () => {
    const { store, tables } = await openReserve();
    const seeing = reserveOverview(store, tables, actorOf('查阅', ['cadre:sensitive']), asOf);
    await expect(seeing).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('see the members of their own units, and enter nobody else', async () => {
    const { store, tables, person, enter } = await openReserve(300);
    const far = await person('顾长青');
    await enter(pool, [far]);
    const [root] = (await readUnitTree(store)).units;
    const near = actorOf('单位', [], { kind: 'units', units: [root?.id ?? ''] });
    const seen = await listPeople(store, tables, near, { pool, part: 'members', asOf });
    expect(seen.people.map(({ id }) => id)).not.toContain(far);
    const everywhere = await listPeople(store, tables, clerk, { pool, part: 'members', asOf });
    expect(everywhere.people.map(({ id }) => id)).toContain(far);
    const entering = enterPeople(store, tables, near, { pool, people: { ids: [far] }, ...plainEntry });
    await expect(entering).rejects.toMatchObject({ code: 'not-found' });
  });
});
