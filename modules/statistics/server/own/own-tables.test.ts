import { describe, expect, it } from 'vitest';
import { generateDistrict } from '#fixtures/district';
import { createSavedQuery, updateSavedQuery } from '#modules/query';
import { runQueryFor } from '#modules/query/server';
import { drillQuestion, ownTableSpec, type OwnTableSpec } from '#modules/statistics';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { servingPeople, text } from '../test-naive.ts';
import { countOwnTableFor } from './count-own-table.ts';
import { createTable, removeTable, savedTables, updateTable } from './saved-tables.ts';

const persons = 300;
const asOf = '2026-06-30';
const district = [...generateDistrict({ persons, seed: 1 })];
const people = servingPeople(district, asOf);
const clerk = actorOf('科员');
const other = actorOf('副部长');
const plain = {
  rows: [{ field: 'age', bands: 'age:standard' }],
  columns: [{ field: 'A01.sexCode' }],
};
const specOf = (more: object = {}): OwnTableSpec => ownTableSpec.parse({ ...plain, ...more });
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const young = { op: 'between' as const, field: 'age', to: 35 };

describe('an own table', () => {
  it('counts by three keys as plain loops do, and leads to the names', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const spec = specOf({ third: [{ field: 'isParty' }], title: '年轻干部' });
    const table = await countOwnTableFor(store, tables, clerk, { spec, asOf });
    expect(table).toMatchObject({ title: '年轻干部', scope: '全部在职干部', count: people.length });
    const row = table.rows.findIndex(({ label }) => label === '35岁以下');
    const columns = table.groups.flatMap(({ head, columns: own }) =>
      own.map(({ label, where }) => ({ name: `${head} ${label}`, where })),
    );
    const column = columns.findIndex(({ name }) => name === '女（是否中共党员） 是');
    const expected = people.filter((one) => one.age <= 35 && one.sex === '2' && one.isParty).length;
    expect(expected).toBeGreaterThan(0);
    expect(table.cells[row]?.[column]).toBe(expected);
    const question = drillQuestion(
      [table.where, table.rows[row]?.where, columns[column]?.where],
      table.population,
    );
    const names = await runQueryFor(store, tables, clerk, {
      question,
      asOf,
      from: 0,
      size: 0,
      counts: false,
    });
    expect(names.count).toBe(expected);
    const sums = table.shares
      .filter((shares) => shares.some((share) => share !== null))
      .map((shares) => Math.round(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) * 10) / 10);
    expect(new Set(sums)).toEqual(new Set([100]));
  });

  it('has the average ages of cells, rows, columns and all as plain loops work them out', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const mean = (own: typeof people): number | null => {
      const months = own.map(({ birth }) => monthOf(asOf) - monthOf(birth));
      return own.length === 0
        ? null
        : Math.round((months.reduce((sum, each) => sum + each, 0) / own.length / 12) * 10) / 10;
    };
    const [sex, party, age] = [
      { field: 'A01.sexCode' },
      { field: 'isParty' },
      { field: 'age', bands: 'age:standard' },
    ];
    const one = await averages({ rows: [sex], columns: [] });
    expect(one).toMatchObject({ columns: [], cells: one.rows.map(() => []), total: mean(people) });
    expect(one.rows).toEqual(['1', '2'].map((code) => mean(people.filter((each) => each.sex === code))));

    const two = await averages({ rows: [sex], columns: [party] });
    const members = [true, false].map((is) => people.filter(({ isParty }) => isParty === is));
    expect(new Set(two.columns)).toEqual(new Set(members.map(mean)));
    expect(two.total).toBe(mean(people));
    expect(two.rows).toEqual(one.rows);

    for (const [rows, columns, third] of [
      [[age], [sex], [party]],
      [[party], [age, sex], []],
      [[sex], [party], [age]],
    ] as const) {
      const spec = specOf({ rows, columns, third, measure: 'averageAge' });
      const table = await countOwnTableFor(store, tables, clerk, { spec, asOf });
      const byLabel = new Map<string, number | null>();
      const heads = table.groups.flatMap(({ head, columns: own }) => own.map(({ label }) => [head, label]));
      for (const [row, { label }] of table.rows.entries())
        for (const [column, words] of heads.entries())
          byLabel.set([label, ...words].join(' '), table.averageAges?.cells?.[row]?.[column] ?? null);
      const young = people.filter((each) => each.age <= 35 && each.sex === '2' && each.isParty);
      const found = [...byLabel].filter(
        ([words]) => /35岁以下/.test(words) && /女/.test(words) && /(^| )是( |（|$)/.test(words),
      );
      expect(found.map(([, years]) => years)).toEqual([mean(young)]);
      expect(mean(young)).toBeGreaterThan(20);
      expect(table.averageAges?.total).toBe(mean(people));
      expect(table.cells.flat().reduce((sum, each) => sum + each, 0)).toBe(people.length);
      for (const [row, line] of table.cells.entries())
        for (const [column, count] of line.entries())
          expect(table.averageAges?.cells?.[row]?.[column] === null).toBe(count === 0);
    }

    async function averages(more: object) {
      const spec = specOf({ ...more, measure: 'averageAge' });
      const { averageAges } = await countOwnTableFor(store, tables, clerk, { spec, asOf });
      if (!averageAges) throw new Error('they were asked for');
      return averageAges;
    }
  });

  it('whose average ages would take too long says what to do', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const spec = specOf({
      rows: [{ field: 'A01.name' }],
      columns: [{ field: 'A01.workStartDate' }],
      third: [{ field: 'A01.partyJoinDate' }],
      measure: 'averageAge',
    });
    const counting = countOwnTableFor(store, tables, clerk, { spec, asOf });
    await expect(counting).rejects.toMatchObject({ code: 'invalid', message: /平均年龄/ });
  });

  it('counts within its base: a unit, everybody, a saved question, a list', async () => {
    const office = await openQueryOffice(persons);
    const { store, tables } = office;
    const count = async (base: OwnTableSpec['base'], actor = clerk) =>
      countOwnTableFor(store, tables, actor, { spec: specOf({ base }), asOf });
    const everybody = district.filter(({ kind }) => kind === 'person');
    const all = await count({ kind: 'all' });
    expect(all).toMatchObject({
      population: 'all',
      scope: '全部人员（含历史人员）',
      count: everybody.length,
    });
    expect(all.count).toBeGreaterThan(people.length);

    const unit = district.find(({ kind, sets }) => kind === 'unit' && sets['B01']?.[0]?.['kindCode'] !== '3');
    const inUnit = await count({ kind: 'unit', unit: unit?.id ?? '' });
    expect(inUnit.scope).toBe(`${text(unit?.sets['B01']?.[0], 'name')}在职干部`);
    const names = await runQueryFor(store, tables, clerk, {
      question: {
        population: 'serving',
        where: { op: 'in', field: 'mainUnit', values: [unit?.id ?? ''] },
      },
      asOf,
      from: 0,
      size: 0,
      counts: false,
    });
    expect(inUnit.count).toBe(names.count);
    await expect(count({ kind: 'unit', unit: 'none' })).rejects.toMatchObject({ code: 'not-found' });

    const body = { kind: 'question', name: '三十五岁以下', shared: false } as const;
    const question = { population: 'serving', where: young } as const;
    const { id } = await office.call(clerk, createSavedQuery, { body: { ...body, question } });
    const saved = await count({ kind: 'saved', saved: id });
    expect(saved.count).toBe(people.filter(({ age }) => age <= 35).length);
    expect(saved.scope).toContain('三十五岁以下');
    await expect(count({ kind: 'saved', saved: id }, other)).rejects.toMatchObject({ code: 'not-found' });
    const shared = { version: 1, saved: { ...body, shared: true, question } };
    await office.call(clerk, updateSavedQuery, { params: { id }, body: shared });
    expect((await count({ kind: 'saved', saved: id }, other)).count).toBe(saved.count);

    const ids = everybody.slice(0, 20).map((one) => one.id);
    const list = await office.call(clerk, createSavedQuery, {
      body: { kind: 'list', name: '名单', shared: false, ids },
    });
    expect((await count({ kind: 'saved', saved: list.id })).count).toBe(20);
  });
});

describe('saved own tables', () => {
  it('are renamed, shared and removed by their owner alone', async () => {
    const { store, tables } = await openQueryOffice(20);
    const { id } = await createTable(store, tables, clerk, { name: '年龄', shared: false, spec: specOf() });
    expect(await savedTables(store, tables, other)).toEqual([]);
    const missing = { code: 'not-found' };
    await expect(removeTable(store, other, id)).rejects.toMatchObject(missing);

    const shared = { name: '年龄与性别', shared: true, spec: specOf() };
    const noShare = actorOf('科员', ['query:share']);
    await expect(updateTable(store, tables, noShare, id, 1, shared)).rejects.toMatchObject({ status: 403 });
    expect(await updateTable(store, tables, clerk, id, 1, shared)).toBe(2);
    await expect(updateTable(store, tables, clerk, id, 1, shared)).rejects.toMatchObject({
      code: 'saved-changed',
    });
    const [seen] = await savedTables(store, tables, other);
    expect(seen).toMatchObject({ id, name: '年龄与性别', mine: false, ownerName: '科员', version: 2 });
    expect(seen?.spec).toEqual(specOf());
    await expect(updateTable(store, tables, other, id, 2, shared)).rejects.toMatchObject({
      code: 'saved-not-own',
    });
    await expect(removeTable(store, other, id)).rejects.toMatchObject({ code: 'saved-not-own' });
    await removeTable(store, clerk, id);
    expect(await savedTables(store, tables, clerk)).toEqual([]);
  });

  it('are not kept when they cannot be counted, nor shown to who may not see a field', async () => {
    const { store, tables } = await openQueryOffice(20);
    const wrong = specOf({ rows: [{ field: 'nothing' }] });
    await expect(
      createTable(store, tables, clerk, { name: '错', shared: false, spec: wrong }),
    ).rejects.toMatchObject({ code: 'bad-question' });
    const spec = specOf({ columns: [{ field: 'lastAppraisal' }] });
    const { id } = await createTable(store, tables, clerk, { name: '考核', shared: true, spec });
    const idsFor = async (actor: typeof clerk) =>
      (await savedTables(store, tables, actor)).map((table) => table.id);
    expect(await idsFor(other)).toEqual([id]);
    expect(await idsFor(actorOf('查阅', ['cadre:sensitive']))).toEqual([]);
    expect(await idsFor(actorOf('科员', ['cadre:sensitive']))).toEqual([id]);
  });
});
