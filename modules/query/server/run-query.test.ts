import { beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '#engine';
import { readUnitTree } from '#modules/organization/server';
import { runFacets, runQuery, runQueryIds, runStatistics, suggestValues } from '#modules/query';
import { actorOf, openQueryOffice, type QueryOffice } from './test-office.ts';

const clerk = actorOf('经办人');
const reader = actorOf('查阅', ['cadre:sensitive']);
const women: Condition = { op: 'in', field: 'A01.sexCode', values: ['2'] };
const asOf = '2026-10-31';
let office: QueryOffice;

beforeEach(async () => {
  office = await openQueryOffice(120);
});

const count = async (where: Condition, population?: 'all' | 'serving'): Promise<number> => {
  const body = { question: { where, ...(population ? { population } : {}) }, asOf, size: 0 };
  return (await office.call(clerk, runQuery, { body })).count;
};

describe('a query', () => {
  it('answers a page with the columns asked for, as values and as people read them', async () => {
    const body = {
      question: { where: women },
      asOf,
      columns: ['age', 'A01.birthDate', 'A01.sexCode', 'mainUnit', 'A15.year'],
      sort: [{ field: 'age', descending: true }],
      size: 10,
      counts: true,
    };
    const answer = await office.call(clerk, runQuery, { body });
    expect(answer.sentence).toBe('性别为女');
    expect(answer.rows).toHaveLength(10);
    expect(answer.nodeCounts).toContainEqual({ path: 'where', count: answer.count });
    const ages = answer.rows.map(({ values: [age] }) => Number(age));
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
    for (const { values, texts } of answer.rows) {
      expect(values[2]).toBe('2');
      expect(texts[2]).toBe('女');
      expect(texts[1]).toMatch(/^\d{4}\.\d{2}/);
      expect(texts[4]?.split('\n').every((year) => Number(year) < 2026)).toBe(true);
    }
  });

  it('walks through everybody page by page, once each, in statutory order', async () => {
    const question = { question: {}, asOf };
    const { ids } = await office.call(clerk, runQueryIds, { body: question });
    const pages = [];
    for (let from = 0; from < ids.length; from += 40)
      pages.push(await office.call(clerk, runQuery, { body: { ...question, from, size: 40 } }));
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('hides from a reader without the right what is sensitive, as if it were not there', async () => {
    const where: Condition = { op: 'contains', field: 'A01.nationalId', text: '99' };
    const refused = await office.refused(reader, runQuery, { body: { question: { where } } });
    expect(refused).toMatchObject({ status: 400, code: 'bad-question' });
    const column = { body: { question: {}, columns: ['A01.nationalId'] } };
    expect(await office.refused(reader, runQuery, column)).toMatchObject({ status: 400, code: 'invalid' });
  });

  it('finds nobody outside the units within reach', async () => {
    const { facets } = await office.call(clerk, runFacets, {
      body: { question: {}, asOf, fields: [{ field: 'A01.statisticalOrgCode' }] },
    });
    const [unit] = facets[0]?.groups ?? [];
    const bounded = actorOf('一个单位', [], { kind: 'units', units: [String(unit?.value)] });
    const { count: reached } = await office.call(bounded, runQuery, { body: { question: {}, asOf } });
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBe(
      await count({ op: 'in', field: 'A01.statisticalOrgCode', values: [String(unit?.value)] }),
    );
  });

  it('says what is wrong with a question, and where', async () => {
    const where = { op: 'all', of: [women, { op: 'in', field: 'A01.sexCode', values: ['九'] }] } as Condition;
    const refused = await office.refused(clerk, runQuery, { body: { question: { where } } });
    expect(refused).toMatchObject({
      status: 400,
      details: { problems: [{ path: 'where.of[1].values[0]' }] },
    });
  });
});

describe('facets', () => {
  it('count each field under the conditions on the others, and every count leads to its people', async () => {
    const where: Condition = { op: 'all', of: [women, { op: 'between', field: 'age', to: 40 }] };
    const { facets } = await office.call(clerk, runFacets, {
      body: {
        question: { where },
        asOf,
        fields: [{ field: 'A01.sexCode' }, { field: 'age', bands: 'age:standard' }],
      },
    });
    const young: Condition = { op: 'between', field: 'age', to: 40 };
    for (const { label, count: told, where: group } of facets[0]?.groups ?? [])
      expect(await count({ op: 'all', of: [young, group] }), label).toBe(told);
    for (const { label, count: told, where: group } of facets[1]?.groups ?? [])
      expect(await count({ op: 'all', of: [where, group] }), label).toBe(told);
  });
});

describe('a facet of units', () => {
  it('says whose internal office is meant', async () => {
    const tree = await readUnitTree(office.store);
    const own = tree.units.find(({ kindCode }) => kindCode === '2');
    const above = tree.find(own?.parent ?? '');
    await office.add({
      A01: [{ name: '内设者', personStatusCode: '1', statisticalOrgCode: above?.id ?? '' }],
      A02: [{ orgCode: own?.id ?? '', postTitle: '科长', appointedOn: '2020-01', tenureStatusCode: '1' }],
    });
    const { facets } = await office.call(clerk, runFacets, {
      body: { question: {}, asOf, fields: [{ field: 'mainUnit' }] },
    });
    const group = facets[0]?.groups.find(({ value }) => value === own?.id);
    expect(group).toMatchObject({ label: `${above?.shortName}${own?.name}`, count: 1 });
  });
});

describe('statistics', () => {
  it('of two keys add up, their shares to 100.0, and every number leads to its people', async () => {
    const answer = await office.call(clerk, runStatistics, {
      body: {
        question: {},
        asOf,
        rows: [{ field: 'postLevel' }],
        columns: [{ field: 'age', bands: 'age:standard' }],
      },
    });
    const sum = (numbers: readonly (number | null)[]) =>
      numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
    expect(sum(answer.rowTotals)).toBe(answer.count);
    expect(sum(answer.columnTotals)).toBe(answer.count);
    expect(sum(answer.rowPercents)).toBeCloseTo(100);
    for (const shares of answer.cellPercents) expect([0, 100]).toContain(Math.round(sum(shares)));
    for (const [row, line] of answer.cells.entries()) {
      const [level] = [answer.rows.items[row]?.where];
      for (const [column, told] of line.entries()) {
        const band = answer.columns.items[column]?.where;
        if (told === 0 || !level || !band) continue;
        expect(await count({ op: 'all', of: [level, band] }, 'serving')).toBe(told);
      }
    }
  });
});

describe('statistics that are asked for oddly', () => {
  const birth = (bands: readonly { label: string; from?: string; to?: string }[]) => ({
    body: { question: {}, asOf, rows: [{ field: 'A01.birthDate', bands: [...bands] }], columns: [] },
  });

  it('lead to the right people where a month of one band lies in a year of another', async () => {
    const bands = [
      { label: '早', to: '1975' },
      { label: '晚', from: '1975-03' },
    ];
    const { rows, cells } = await office.call(clerk, runStatistics, birth(bands));
    const told = rows.items.map(({ where }) => count(where, 'serving'));
    expect(await Promise.all(told)).toEqual(cells.flat());
  });

  it('are refused where two bands have one name, or where nobody could read the table', async () => {
    const twice = [
      { label: '同', to: '1975' },
      { label: '同', from: '1976' },
    ];
    expect(await office.refused(clerk, runStatistics, birth(twice))).toMatchObject({ status: 400 });
    const heads = Array.from({ length: 60 }, (_, index) => ({
      label: `组${index}`,
      values: Array.from({ length: 400 }, () => '1'),
    }));
    const rows = [0, 1, 2].map(() => ({ field: 'A01.sexCode', heads }));
    const refused = await office.refused(clerk, runStatistics, { body: { question: {}, rows, columns: [] } });
    expect(refused).toMatchObject({ status: 400, code: 'invalid' });
    expect(refused.message).toContain('统计表过大');
  });
});

describe('rows of a set in a cell', () => {
  it('count from the last day of their year on, as in conditions', async () => {
    const id = await office.add({
      A01: [{ name: '秦十', personStatusCode: '1' }],
      A15: [{ year: '2025', resultCode: '1' }],
    });
    const where: Condition = {
      op: 'all',
      of: [
        { op: 'people', ids: [id] },
        { op: 'some', set: 'A15' },
      ],
    };
    const onDay = async (day: string) => {
      const body = { question: { where: where.of[0] as Condition }, asOf: day, columns: ['A15.year'] };
      const { rows } = await office.call(clerk, runQuery, { body });
      const { count: having } = await office.call(clerk, runQuery, {
        body: { ...body, question: { where } },
      });
      return [rows[0]?.texts[0], having];
    };
    expect(await onDay('2025-12-31')).toEqual(['2025', 1]);
    expect(await onDay('2025-12-30')).toEqual(['', 0]);
  });
});

describe('values to choose from', () => {
  it('are those that occur, found by a part or by initials, of people and of rows', async () => {
    const names = await office.call(clerk, suggestValues, { body: { field: 'A01.ethnicCode', limit: 3 } });
    expect(names.values[0]).toMatchObject({ label: '汉族' });
    const posts = await office.call(clerk, suggestValues, { body: { field: 'A02.postTitle', text: '局长' } });
    expect(posts.values.length).toBeGreaterThan(0);
    expect(posts.values.every(({ label }) => label.includes('局长'))).toBe(true);
    const units = await office.call(clerk, suggestValues, { body: { field: 'mainUnit', text: 'czj' } });
    expect(units.values.map(({ label }) => label).join()).toContain('财政局');
  });
});
