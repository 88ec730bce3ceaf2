import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newId, type RecordRow } from '#platform/model';
import { readSubject } from '#platform/server';
import { actorOf } from '../../query/server/test-office.ts';
import { quotaExports, type QuotaExport } from '#modules/quotas';
import { quotaAlerts } from './alerts.ts';
import { assignSlotOf, orderTeamOf } from './edit-team.ts';
import { headcountNames, headcountTable } from './headcount.ts';
import { planQuotasFor } from './plan-quotas.ts';
import { postPortrait } from './portrait.ts';
import { quotaNames, quotaTable } from './quota-table.ts';
import { rankTable } from './rank-table.ts';
import { quotaRoutes } from './routes.ts';
import { teamOf } from './team.ts';
import { asOf, clerk, isOpenIn, openQuotas } from './test-quotas.ts';
import { vacancyList } from './vacancies.ts';

describe('alerts', () => {
  it('tell the planted cases of the sample district', async () => {
    const office = await openQuotas(1300);
    const { alerts } = quotaAlerts(office.store, await office.quotas.sight(clerk, asOf), undefined);
    const told = (kind: string, short: string) =>
      alerts.filter((each) => each.kind === kind && each.unit === office.unit(short));
    expect(told('over', '区交通运输局')[0]?.message).toBe('副职核定 2 名，实配 3 名，超 1 名。');
    expect(told('over', '区交通运输局')[0]?.people).toHaveLength(3);
    expect(told('principalVacant', '区统计局')).toHaveLength(1);
    expect(told('noDocument', '区司法局')[0]?.people).toHaveLength(1);
    expect(told('noDocument', '区民政局')).toEqual([]);
    expect(told('noSlot', '区农业农村局')[0]?.people).toHaveLength(1);
    expect(told('expired', '区审计局')[0]?.message).toContain('已于 2025.01.01 到期');
    const twice = alerts.filter(({ kind }) => kind === 'twoPlaces');
    expect(twice.some(({ message }) => message.includes('公安'))).toBe(true);
    expect(alerts.filter(({ kind }) => kind === 'comingVacancy').length).toBeGreaterThan(0);
  });
});

describe('a unit that has ended', () => {
  it('has no number, no vacancy and no post any more, and who is recorded in it is told', async () => {
    const office = await openQuotas(400);
    const unit = office.unit('区交通运输局');
    await office.change(unit, 'unit', 'UH01', (rows) => [
      ...rows,
      { id: newId(), changedOn: '2026-01-01', changeCode: '6' },
    ]);
    const sight = await office.quotas.sight(clerk, asOf);
    const { lines, units } = quotaTable(office.store, sight, unit);
    expect(units.find(({ id }) => id === unit)?.isEnded).toBe(true);
    expect(lines.filter(({ unit: own }) => own === unit).map(({ approved }) => approved)).not.toContain(2);
    expect(lines.find((line) => line.unit === unit && line.bucket === 'deputy')).toMatchObject({
      approved: null,
      filled: 3,
      vacancy: 0,
      excess: 0,
    });
    const { names } = quotaNames(office.store, sight, { unit, bucket: 'deputy' });
    expect(names.map(({ reason }) => reason)).toContain('机构已撤销，仍登记为在任');
    const own = quotaAlerts(office.store, sight, unit).alerts.filter((each) => each.unit === unit);
    expect(own.map(({ kind }) => kind)).toEqual(['endedUnit']);
    expect(own[0]?.message).toContain('已于 2026.01.01 撤销');
    expect(own[0]?.people.length).toBeGreaterThan(2);
    const { rows: vacant } = vacancyList(office.store, sight, unit);
    expect(vacant.filter((row) => row.unit === unit)).toEqual([]);
    const { rows } = headcountTable(office.store, sight, unit);
    const kinds = rows.flatMap((row) => (row.unit.id === unit ? row.kinds : []));
    expect(kinds.filter(({ approved }) => approved !== null)).toEqual([]);
    expect(teamOf(office.store, sight, unit).slots).toEqual([]);
  });
});

describe('whoever reaches some units', () => {
  it('is not told by a coming vacancy of people out of reach', async () => {
    const office = await openQuotas(1300);
    const comingFor = async (actor: typeof clerk) => {
      const { alerts } = quotaAlerts(office.store, await office.quotas.sight(actor, asOf), undefined);
      return alerts.filter(({ kind }) => kind === 'comingVacancy');
    };
    const [alert] = await comingFor(clerk);
    const { unit = '', people = [] } = alert ?? {};
    const county = actorOf('小范围', [], { kind: 'units', units: [unit] });
    const before = (await comingFor(county)).find((each) => each.bucket === alert?.bucket);
    expect(before).toMatchObject({ message: alert?.message, people });
    // Their records are kept elsewhere; the post stays.
    const elsewhere = ['区统计局', '区财政局']
      .map((short) => office.unit(short))
      .find((each) => each !== unit);
    for (const { id } of people)
      await office.change(id ?? '', 'person', 'A01', (old) =>
        old.map((row) => ({ ...row, statisticalOrgCode: elsewhere ?? null })),
      );
    const after = await comingFor(county);
    expect(after.filter((each) => each.unit === unit && each.bucket === alert?.bucket)).toEqual([]);
    expect(await comingFor(clerk)).toContainEqual(alert);
  });
});

describe('vacancies', () => {
  it('are as many as the table says, by slot where a unit has slots, with since when', async () => {
    const office = await openQuotas(1300);
    const sight = await office.quotas.sight(clerk, asOf);
    const { rows } = vacancyList(office.store, sight, undefined);
    const statistics = rows.filter(({ unit }) => unit === office.unit('区统计局'));
    expect(statistics.find(({ bucket }) => bucket === 'principal')).toMatchObject({ post: '党组书记、局长' });
    expect(rows.filter(({ months }) => months !== null && months < 0)).toEqual([]);
    // The sample knows the months of posts and the days of retirements, and no day is made of a month.
    const days = rows.filter(({ since }) => since !== null && since.length > '2024.05'.length);
    expect(days.filter(({ reason }) => reason === '职务变动')).toEqual([]);
    const offices = rows.filter(({ bucket }) => bucket === 'internalHead');
    expect(offices.length).toBeGreaterThan(3);
    expect(offices.filter(({ post }) => !/(科|室|股|队|所|庭|部|中心|局)正职$/.test(post))).toEqual([]);
    expect(rows.filter(({ last, reason }) => (last === '') !== (reason === ''))).toEqual([]);
  });
});

describe('ranks and headcount', () => {
  it('are told by pool, with limits by ratio and who is not counted', async () => {
    const office = await openQuotas(1300);
    const sight = await office.quotas.sight(clerk, asOf);
    const { pools } = rankTable(office.store, sight, undefined);
    for (const { unit, bucket, filled, concurrent, exMilitary, districtTeam } of pools.flatMap(
      (pool) => pool.lines,
    )) {
      const { names } = quotaNames(office.store, sight, { unit, bucket });
      const many = (text: string) => names.filter(({ reason }) => reason.includes(text)).length;
      const counted = names.filter((name) => name.counted);
      expect([filled, concurrent]).toEqual([
        counted.length,
        counted.filter(({ isConcurrent }) => isConcurrent).length,
      ]);
      expect([exMilitary, districtTeam]).toEqual([many('首次套转'), many('区级领导班子')]);
    }
    expect(pools.map(({ unit }) => unit.name)).toEqual(['样板区', '乡镇', '街道']);
    for (const { staff, lines } of pools) {
      expect(lines.map(({ limit }) => limit)).toEqual(lines.map(({ approved }) => approved));
      expect(lines[1]?.limit).toBe(Math.floor(staff / 10));
    }
    expect(pools[0]?.lines.reduce((sum, { districtTeam }) => sum + districtTeam, 0)).toBeGreaterThan(20);
  });

  it('count people in office by staffing, with the names behind', async () => {
    const office = await openQuotas(600);
    const sight = await office.quotas.sight(clerk, asOf);
    const { rows } = headcountTable(office.store, sight, undefined);
    const bureau = rows.find(({ unit }) => unit.id === office.unit('区财政局'));
    const admin = bureau?.kinds.find(({ kind }) => kind === '1');
    const { names } = headcountNames(office.store, sight, { unit: bureau?.unit.id ?? '', kind: '1' });
    expect(names).toHaveLength(admin?.real ?? -1);
    expect(admin?.vacant).toBe((admin?.approved ?? 0) - names.length);
  });
});

describe('a team', () => {
  it('has its slots in order with who fills them, and is put in order as one change', async () => {
    const office = await openQuotas(400);
    const unit = office.unit('区财政局');
    const read = async () => teamOf(office.store, await office.quotas.sight(clerk, asOf), unit);
    const team = await read();
    expect(team.slots.map(({ title }) => title)).toEqual([
      '党组书记、局长',
      '党组成员、副局长',
      '党组成员、总会计师',
    ]);
    expect(team.slots[1]?.places).toBe(3);
    expect(team.others).toEqual([]);
    const holders = team.slots.flatMap((slot) => slot.holders.map(({ id }) => id ?? ''));
    expect(holders.length).toBeGreaterThan(2);
    const turned = holders.toReversed();
    await orderTeamOf(office.store, clerk, await office.quotas.sight(clerk), { unit, people: turned });
    const orders = new Map(
      (await read()).slots.flatMap((slot) => slot.holders.map(({ id, order }) => [id, order])),
    );
    expect(turned.map((id) => orders.get(id))).toEqual(turned.map((_, index) => index + 1));
    await expect(
      orderTeamOf(office.store, clerk, await office.quotas.sight(clerk), { unit, people: [newId()] }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('has among its members who leaves on a day to come, and not who has yet to come', async () => {
    const office = await openQuotas(400);
    const unit = office.unit('区财政局');
    const { slots } = teamOf(office.store, await office.quotas.sight(clerk), unit);
    const [leaving = '', coming = '', staying = ''] = slots.flatMap(({ holders }) =>
      holders.map(({ id }) => id ?? ''),
    );
    const dated = (values: Partial<RecordRow>) => (old: readonly RecordRow[]) =>
      old.map((row) => (isOpenIn(row, unit) ? { ...row, ...values, id: row.id } : row));
    await office.change(leaving, 'person', 'A02', dated({ removedOn: '2099-03-01' }));
    await office.change(coming, 'person', 'A02', dated({ appointedOn: '2099-03-01' }));
    const order = async (people: string[]) =>
      orderTeamOf(office.store, clerk, await office.quotas.sight(clerk), { unit, people });
    expect(await order([staying, leaving])).toBe(2);
    const stored = (await readSubject(office.store.db, leaving, ['A02']))['A02']?.rows ?? [];
    expect(stored.filter((row) => isOpenIn(row, unit)).map((row) => row['teamOrder'])).toContain(2);
    await expect(order([coming])).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes nobody into a slot that was abolished, or is yet to come', async () => {
    const office = await openQuotas(400);
    const unit = office.unit('区财政局');
    const { slots } = teamOf(office.store, await office.quotas.sight(clerk), unit);
    const person = slots.flatMap(({ holders }) => holders.map(({ id }) => id ?? '')).at(-1) ?? '';
    const [old, next, there] = slots.toReversed().map(({ id }) => id);
    await office.change(unit, 'unit', 'PS01', (rows) =>
      rows.map((row) => {
        if (row.id === old) return { ...row, abolishedOn: '2024-01-01' };
        return row.id === next ? { ...row, establishedOn: '2099-01-01' } : row;
      }),
    );
    const assign = async (slot: string | undefined) =>
      assignSlotOf(office.store, clerk, await office.quotas.sight(clerk), { unit, person, slot: slot ?? '' });
    for (const slot of [old, next]) await expect(assign(slot)).rejects.toMatchObject({ code: 'not-found' });
    expect(await assign(there)).toBe(1);
  });

  it('takes a member out of a slot and into another one', async () => {
    const office = await openQuotas(400);
    const unit = office.unit('区农业农村局');
    const read = async () => teamOf(office.store, await office.quotas.sight(clerk, asOf), unit);
    const team = await read();
    expect(team.others).toHaveLength(1);
    const person = team.others[0]?.id ?? '';
    const slot = team.slots.find(({ roleCode }) => roleCode === '3')?.id ?? '';
    const assign = async (to: string | null) =>
      assignSlotOf(office.store, clerk, await office.quotas.sight(clerk), { unit, person, slot: to });
    expect(await assign(slot)).toBe(1);
    expect((await read()).others).toEqual([]);
    await assign(null);
    expect((await read()).others).toHaveLength(1);
    await expect(assign(newId())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('knows who held a slot before, how long, and what came next', async () => {
    const office = await openQuotas(1300);
    const sight = await office.quotas.sight(clerk, asOf);
    const unit = office.unit('区财政局');
    const slot = teamOf(office.store, sight, unit).slots[1]?.id ?? '';
    const { holders, title, averageMonths } = postPortrait(office.store, sight, { unit, slot });
    expect(title).toBe('党组成员、副局长');
    expect(holders.filter(({ to }) => to === '').length).toBeGreaterThan(1);
    const ended = holders.filter(({ to }) => to !== '');
    expect(ended.length).toBeGreaterThan(0);
    expect(averageMonths).toBeGreaterThan(0);
    for (const { from, to, months } of ended) {
      expect(from < to).toBe(true);
      expect(months).toBeGreaterThanOrEqual(0);
    }
  });

  it('knows the same of a title that is no slot, also where a record writes it behind another', async () => {
    const office = await openQuotas(400);
    const unit = office.unit('区财政局');
    const read = async () =>
      postPortrait(office.store, await office.quotas.sight(clerk, asOf), { unit, title: '办公室主任' });
    const before = (await read()).holders;
    const post = { orgCode: unit, orgName: '区财政局', isPrimary: '0', tenureStatusCode: '0' };
    const held = { appointedOn: '2011-03', removedOn: '2013-05' };
    const id = await office.add({
      A01: [{ name: '钟远帆', sexCode: '1', birthDate: '1972-04' }],
      A02: [{ ...post, ...held, postTitle: '人事科科长、办公室主任' }],
    });
    const { title, holders } = await read();
    expect(title).toBe('办公室主任');
    expect(holders).toHaveLength(before.length + 1);
    const added = holders.find((each) => each.id === id);
    expect(added).toMatchObject({ from: '2011.03', to: '2013.05', months: 26 });
    expect(added?.titles).toBe('人事科科长、办公室主任');
  });
});

describe('a plan', () => {
  it('shows what a batch does: one over before, one less after, and the town that gets a deputy', async () => {
    const office = await openQuotas(400);
    const unit = office.unit('区交通运输局');
    const target = office.unit('区统计局');
    const { names } = quotaNames(office.store, await office.quotas.sight(clerk, asOf), {
      unit,
      bucket: 'deputy',
    });
    const person = names[0]?.id ?? '';
    const rows = await office.store.db
      .selectFrom('current_records')
      .select('rows')
      .where('subject', '=', person)
      .where('set_code', '=', 'A02')
      .executeTakeFirstOrThrow();
    const ends = (JSON.parse(rows.rows) as { id: string; tenureStatusCode: string }[])
      .filter((row) => row.tenureStatusCode === '1')
      .map(({ id }) => id);
    const begins = [{ unit: target, title: '局长', roleCode: '1' as const }];
    const { lines, people } = await planQuotasFor(office.store, office.quotas, clerk, {
      asOf,
      moves: [{ person, ends, begins }],
    });
    expect(people).toMatchObject([{ id: person, name: names[0]?.name }]);
    expect(people[0]?.places).toContainEqual({
      unitName: lines.find((line) => line.unit === target)?.unitName,
      counted: true,
      reason: '占正职职数',
    });
    expect(lines.find((line) => line.unit === unit)).toMatchObject({
      bucket: 'deputy',
      released: [names[0]?.name],
      projected: 2,
      projectedExcess: 0,
    });
    expect(lines.find((line) => line.unit === target)).toMatchObject({
      bucket: 'principal',
      pending: [names[0]?.name],
      projected: 1,
    });
    const nothing = await planQuotasFor(office.store, office.quotas, clerk, { asOf, moves: [] });
    expect(nothing).toMatchObject({ lines: [], people: [] });
  });
});

describe('the tables on paper', () => {
  it.each(Object.keys(quotaExports) as QuotaExport[])(
    '%s is made as a sheet and as a Word file',
    async (table) => {
      const office = await openQuotas(400);
      const routes = quotaRoutes(office.store, office.quotas);
      const call = async (id: string, request: object) => {
        const route = routes.find(({ operation }) => operation.id === id);
        return (await route?.handle({ actor: clerk, ...request } as never)) as {
          file: string;
          data: Uint8Array;
          fileName: string;
        };
      };
      for (const [format, part] of [
        ['xlsx', 'xl/worksheets/sheet1.xml'],
        ['docx', 'word/document.xml'],
      ] as const) {
        const { file } = await call('exportQuotas', { body: { asOf, table, format } });
        const { data, fileName } = await call('readQuotaFile', { params: { id: file } });
        expect(fileName).toBe(`${quotaExports[table]}（截至${asOf}）.${format}`);
        const xml = new TextDecoder().decode(unzipSync(data)[part]);
        expect(xml).toContain('截止时间：2026.06.30');
      }
    },
  );
});
