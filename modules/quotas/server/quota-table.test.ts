import { describe, expect, it } from 'vitest';
import { newId, type Actor } from '#platform/model';
import { actorOf } from '../../query/server/test-office.ts';
import { quotaNames, quotaTable } from './quota-table.ts';
import { tellQuotas } from './tell-quotas.ts';
import { asOf, clerk, isOpenIn, openQuotas } from './test-quotas.ts';
import { outOfReach } from './told.ts';

type Office = Awaited<ReturnType<typeof openQuotas>>;

async function lineOf(office: Office, unit: string, bucket: string, actor: Actor = clerk, on = asOf) {
  const { lines } = quotaTable(office.store, await office.quotas.sight(actor, on), unit);
  return lines.find((line) => line.unit === unit && line.bucket === bucket);
}

describe('the quota table', () => {
  it('has as many names behind every number as the number says, each with its reason', async () => {
    const office = await openQuotas(400);
    const sight = await office.quotas.sight(clerk, asOf);
    const { lines, units } = quotaTable(office.store, sight, undefined);
    expect(lines.length).toBeGreaterThan(300);
    const known = new Set(units.map(({ id }) => id));
    for (const { unit, bucket, filled, notCounted } of lines) {
      expect(known.has(unit)).toBe(true);
      const { names } = quotaNames(office.store, sight, { unit, bucket });
      expect(names.filter(({ counted }) => counted)).toHaveLength(filled);
      expect(names.filter(({ counted }) => !counted)).toHaveLength(notCounted);
      expect(names.filter(({ reason, name }) => reason === '' || name === '')).toEqual([]);
    }
  });

  it('of a unit has it and those below, with the document of every number that has one', async () => {
    const office = await openQuotas(400);
    const bureau = office.unit('区财政局');
    const sight = await office.quotas.sight(clerk, asOf);
    const { units, lines } = quotaTable(office.store, sight, bureau);
    expect(units[0]).toMatchObject({ id: bureau, name: '样板区财政局', level: '乡、科级' });
    expect(lines.find(({ bucket }) => bucket === 'deputy')).toMatchObject({
      unit: bureau,
      approved: 3,
      documentNo: expect.stringContaining('样编〔2021〕'),
    });
    const before = await lineOf(office, bureau, 'deputy', clerk, '2021-12-31');
    expect(before).toMatchObject({ approved: 2 });
    await expect(office.quotas.sight(clerk, '2021-13-01')).rejects.toMatchObject({ code: 'invalid' });
    expect(() => quotaTable(office.store, sight, newId())).toThrow(/没有找到/);
  });

  it('follows what is changed: a post that ends, a marked one, a number, the role of a slot', async () => {
    const office = await openQuotas(400);
    const bureau = office.unit('区交通运输局');
    expect(await lineOf(office, bureau, 'deputy')).toMatchObject({ approved: 2, filled: 3, excess: 1 });
    const names = quotaNames(office.store, await office.quotas.sight(clerk, asOf), {
      unit: bureau,
      bucket: 'deputy',
    });
    const [first, second] = names.names;
    await office.change(first?.id ?? '', 'person', 'A02', (rows) =>
      rows.map((row) =>
        isOpenIn(row, bureau) ? { ...row, removedOn: '2026-05-01', tenureStatusCode: '0' } : row,
      ),
    );
    expect(await lineOf(office, bureau, 'deputy')).toMatchObject({ filled: 2, excess: 0 });
    await office.change(second?.id ?? '', 'person', 'A02', (rows) =>
      rows.map((row) => (isOpenIn(row, bureau) ? { ...row, occupiesHeadcount: '1' } : row)),
    );
    expect(await lineOf(office, bureau, 'deputy')).toMatchObject({ filled: 1, vacancy: 1, notCounted: 1 });
    await office.change(bureau, 'unit', 'QT01', (rows) => [
      ...rows,
      { id: newId(), bucketCode: '12', approved: 4, validFrom: '2026-01-01' },
    ]);
    expect(await lineOf(office, bureau, 'deputy')).toMatchObject({ approved: 4, vacancy: 3 });
    await office.change(bureau, 'unit', 'PS01', (rows) =>
      rows.map((row) => (row['roleCode'] === '3' ? { ...row, roleCode: 'Z' } : row)),
    );
    expect(await lineOf(office, bureau, 'deputy')).toMatchObject({ filled: 0, notCounted: 0 });
    expect(await lineOf(office, bureau, 'member')).toMatchObject({ filled: 1, notCounted: 1 });
  });

  it('is the same when the places are found from the beginning as when they were kept up', async () => {
    const office = await openQuotas(200);
    const bureau = office.unit('区交通运输局');
    await office.quotas.sight(clerk, asOf);
    await office.change(bureau, 'unit', 'PS01', () => []);
    const person = await office.add({
      A01: [{ name: '卫青山', statisticalOrgCode: bureau }],
      A02: [
        {
          orgCode: bureau,
          postTitle: '副局长',
          teamMemberTypeCode: '3',
          appointedOn: '2020-01',
          tenureStatusCode: '1',
        },
      ],
    });
    const kept = quotaTable(office.store, await office.quotas.sight(clerk, asOf), undefined);
    const fresh = await tellQuotas(office.store, office.tables, clerk, { asOf });
    expect(fresh.map(({ unit, bucket, filled }) => [unit, bucket, filled])).toEqual(
      kept.lines.map(({ unit, bucket, filled }) => [unit, bucket, filled]),
    );
    expect(fresh.flatMap(({ names }) => names)).toContain('卫青山');
    expect(person).toHaveLength(36);
  });

  it('shows units within reach only, counts everybody there, and names nobody from outside', async () => {
    const office = await openQuotas(400);
    const government = office.unit('区政府');
    const scope = { kind: 'units' as const, units: [government] };
    const local = actorOf('科员二', [], scope);
    const sight = await office.quotas.sight(local, asOf);
    const { units } = quotaTable(office.store, sight, undefined);
    expect(units.map(({ id }) => id)).toEqual([government]);
    expect(() => quotaTable(office.store, sight, office.unit('区财政局'))).toThrow(/没有找到/);
    const mine = await lineOf(office, government, 'deputy', local);
    expect(mine?.filled).toBe((await lineOf(office, government, 'deputy'))?.filled);
    const { names } = quotaNames(office.store, sight, { unit: government, bucket: 'deputy' });
    const outside = names.filter(({ id }) => id === null);
    expect(outside.length).toBeGreaterThan(0);
    for (const name of outside) expect(name).toMatchObject({ name: outOfReach, reason: '', title: '' });
  });
});
