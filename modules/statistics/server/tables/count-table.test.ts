import { describe, expect, it } from 'vitest';
import { generateDistrict } from '#fixtures/district';
import { runQueryFor } from '#modules/query/server';
import { drillQuestion, standardTables, type TableAnswer } from '#modules/statistics';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { servingPeople, text } from '../test-naive.ts';
import { countTable } from './count-table.ts';

const persons = 400;
const district = [...generateDistrict({ persons, seed: 1 })];
const clerk = actorOf('科员');
const days = ['2026-06-30', '2019-12-31'];

function tableOf(id: string) {
  const table = standardTables.find((each) => each.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
}

/** The numbers of a column by the labels of its group and its own. */
function column(answer: TableAnswer, head: string, label: string): { total: number; cells: number[] } {
  const columns = answer.groups.flatMap((group) => group.columns.map((own) => `${group.head} ${own.label}`));
  const place = columns.indexOf(`${head} ${label}`);
  expect(place, `${head} ${label}`).toBeGreaterThanOrEqual(0);
  return {
    total: answer.columnTotals[place] ?? -1,
    cells: answer.cells.map((line) => line[place] ?? -1),
  };
}

const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

describe('standard tables against plain loops over the records', () => {
  it('count the staff by sex, age, birth, nationality and party', async () => {
    const { store, tables } = await openQueryOffice(persons);
    for (const asOf of days) {
      const people = servingPeople(district, asOf);
      const answer = await countTable(store, tables, clerk, tableOf('force'), { asOf });
      const many = (test: (person: (typeof people)[number]) => boolean) => people.filter(test).length;
      expect(answer.count).toBe(people.length);
      expect(column(answer, '性别', '女').total).toBe(many(({ sex }) => sex === '2'));
      expect(column(answer, '其中', '少数民族').total).toBe(many(({ isMinority }) => isMinority));
      expect(column(answer, '年龄', '35岁以下').total).toBe(many(({ age }) => age <= 35));
      expect(column(answer, '年龄', '41至45岁').total).toBe(many(({ age }) => age >= 41 && age <= 45));
      expect(column(answer, '出生年代', '1970至1979年').total).toBe(
        many(({ birth }) => birth >= '1970' && birth < '1980'),
      );
    }
  });

  it('average ages from full months', async () => {
    const { store, tables } = await openQueryOffice(persons);
    for (const asOf of days) {
      const all = servingPeople(district, asOf);
      const people = all.filter(({ team }) => team !== null);
      const mean = (own: typeof people) => {
        const months = own.map(
          ({ birth }) =>
            Number(asOf.slice(0, 4)) * 12 +
            Number(asOf.slice(5, 7)) -
            Number(birth.slice(0, 4)) * 12 -
            Number(birth.slice(5, 7)),
        );
        return Math.round((sum(months) / own.length / 12) * 10) / 10;
      };
      const answer = await countTable(store, tables, clerk, tableOf('young'), { asOf, averageAge: true });
      expect(answer.averageAges?.total).toBe(mean(people));
      expect(answer.rows.length).toBeGreaterThan(3);
      for (const [row, { where }] of answer.rows.entries()) {
        if (where.op !== 'in') throw new Error('a team is found by its unit');
        const own = people.filter(({ team }) => team?.unit === where.values[0]);
        expect(answer.averageAges?.rows[row]).toBe(mean(own));
      }
      const types = await countTable(store, tables, clerk, tableOf('analysis'), { asOf, averageAge: true });
      expect(types.averageAges?.total).toBe(mean(all));
      const without = await countTable(store, tables, clerk, tableOf('young'), { asOf });
      expect(without.averageAges).toBeNull();
    }
  });

  it('count teams by unit', async () => {
    const { store, tables } = await openQueryOffice(persons);
    for (const asOf of days) {
      const people = servingPeople(district, asOf).filter(({ team }) => team !== null);
      const answer = await countTable(store, tables, clerk, tableOf('team-structure'), { asOf });
      const women = column(answer, '结构性干部', '女干部').cells;
      const counted = answer.rows.map(({ where }, row) => {
        if (where.op !== 'in') throw new Error('a team is found by its unit');
        return [String(where.values[0]), answer.rowTotals[row], women[row]];
      });
      const expected = [...Map.groupBy(people, ({ team }) => team?.unit ?? '')].map(([unit, own]) => [
        unit,
        own.length,
        own.filter(({ sex }) => sex === '2').length,
      ]);
      expect(new Map(counted.map((line) => [line[0], line]))).toEqual(
        new Map(expected.map((line) => [line[0], line])),
      );
    }
  });

  it('count who heads the Party and the government of towns and streets', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const asOf = '2026-06-30';
    const answer = await countTable(store, tables, clerk, tableOf('principals'), { asOf });
    const towns = district.flatMap(({ kind, id, sets }) => {
      const unit = sets['B01']?.[0];
      const isTown = unit?.['kindCode'] !== '3' && /(镇|乡|街道)$/.test(text(unit, 'name'));
      return kind === 'unit' && isTown ? [id] : [];
    });
    const people = servingPeople(district, asOf).filter(({ team }) => towns.includes(team?.unit ?? ''));
    const heads = (titles: readonly string[]) =>
      people.filter(({ held }) =>
        held.some((row) => row['teamMemberTypeCode'] === '1' && titles.includes(text(row, 'postTitle'))),
      ).length;
    const party = column(answer, '党委（党工委）书记', '人数');
    expect(party.total).toBe(heads(['党委书记', '党工委书记']));
    expect(column(answer, '乡镇长、办事处主任', '人数').total).toBe(heads(['镇长', '乡长', '办事处主任']));
    expect(party.total).toBeGreaterThan(0);
    expect(answer.rows.length).toBe(towns.length);
  });
});

describe('every standard table', () => {
  it('adds up, in people and per cent, and every number leads to as many names', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const asOf = '2026-06-30';
    for (const table of standardTables) {
      const answer = await countTable(store, tables, clerk, table, { asOf });
      expect(answer.count, table.id).toBeGreaterThan(0);
      expect(sum(answer.rowTotals), table.id).toBe(answer.count);
      expect(sum(answer.rowShares), table.id).toBeCloseTo(100, 6);
      for (const [row, line] of answer.cells.entries()) {
        let from = 0;
        for (const { kind, columns } of answer.groups) {
          const own = line.slice(from, from + columns.length);
          const shares = answer.shares[row]?.slice(from, from + columns.length) ?? [];
          from += columns.length;
          if (kind === 'marks') continue;
          expect(sum(own), table.id).toBe(answer.rowTotals[row]);
          const whole = answer.rowTotals[row] ? 100 : 0;
          expect(sum(shares), table.id).toBeCloseTo(whole, 6);
          expect(shares.includes(null), table.id).toBe(whole === 0 && shares.length > 0);
        }
      }
      const found = async (parts: Parameters<typeof drillQuestion>[0]) =>
        (
          await runQueryFor(store, tables, clerk, {
            question: drillQuestion(parts),
            asOf,
            from: 0,
            size: 0,
            counts: false,
          })
        ).count;
      const columns = answer.groups.flatMap((group) => group.columns);
      for (const [place, { where }] of columns.entries())
        expect(await found([answer.where, where]), `${table.id} ${place}`).toBe(answer.columnTotals[place]);
      for (const [row, line] of answer.rows.entries()) {
        expect(await found([answer.where, line.where]), `${table.id} ${line.label}`).toBe(
          answer.rowTotals[row],
        );
        const place = row % columns.length;
        expect(
          await found([answer.where, line.where, columns[place]?.where]),
          `${table.id} ${line.label} ${columns[place]?.label}`,
        ).toBe(answer.cells[row]?.[place]);
      }
    }
  }, 60_000);

  it('counts within the reach of who asks, and within a unit', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const all = await countTable(store, tables, clerk, tableOf('analysis'), {});
    const unit = district.find(
      ({ kind, sets }) => kind === 'unit' && text(sets['B01']?.[0], 'name').endsWith('镇'),
    );
    if (!unit) throw new Error('the district has a town');
    const reached = actorOf('镇里', [], { kind: 'units', units: [unit.id] });
    const own = await countTable(store, tables, reached, tableOf('analysis'), {});
    const limited = await countTable(store, tables, clerk, tableOf('analysis'), { unit: unit.id });
    expect(own.count).toBeGreaterThan(0);
    expect(own.count).toBeLessThan(all.count);
    expect(limited.count).toBeLessThan(all.count);
    expect(limited.unit).toBe(unit.sets['B01']?.[0]?.['name']);
    await expect(countTable(store, tables, clerk, tableOf('force'), { unit: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
