import { beforeEach, describe, expect, it } from 'vitest';
import { readUnitTree } from '#modules/organization/server';
import { comparePeopleFor } from './compare-people.ts';
import { readCareersFor } from './read-careers.ts';
import { actorOf, openQueryOffice, type QueryOffice } from './test-office.ts';

const clerk = actorOf('科员');
const reader = actorOf('查阅', ['cadre:sensitive']);

let office: QueryOffice;
let unit: string;
let id: string;

beforeEach(async () => {
  office = await openQueryOffice(5);
  unit = (await readUnitTree(office.store)).units.at(-1)?.id ?? '';
  id = await office.add({
    A01: [
      { name: '单立', sexCode: '1', birthDate: '1980-03', statisticalOrgCode: unit, personStatusCode: '1' },
    ],
    A02: [
      { orgCode: unit, postTitle: '科长', appointedOn: '2018-05', tenureStatusCode: '1' },
      {
        orgCode: unit,
        postTitle: '科员',
        appointedOn: '2010-07',
        removedOn: '2018-05',
        tenureStatusCode: '0',
      },
      { orgCode: unit, postTitle: '不详', appointedOn: '2009-01', tenureStatusCode: '0' },
    ],
    A05: [
      { kind: '0', levelOrRankCode: '1A42', approvedOn: '2018-05', statusCode: '1' },
      { kind: '0', levelOrRankCode: '1A50', approvedOn: '2010-07', statusCode: '0' },
    ],
    A14: [{ code: '02', name: '警告', approvedOn: '2024-01', effectiveUntil: '2024-07' }],
    A17: [{ startedOn: '2003-09', endedOn: '2007-07', text: '大学学习', order: 1 }],
  });
});

const compare = (ids: string[], asOf = '2020-01-31', actor = clerk) =>
  comparePeopleFor(office.store, office.tables, actor, { ids, asOf });

describe('comparing people', () => {
  it('shows facts and careers as of the date', async () => {
    const { rows, people } = await compare([id]);
    const text = (label: string) => people[0]?.texts[rows.findIndex((row) => row.label === label)];
    expect(text('出生年月（年龄）')).toBe('1980.03（39岁）');
    expect(text('任现职时间')).toBe('2018.05（1年8个月）');
    expect(people[0]?.career.posts.map(({ title, from, to }) => [title, from, to])).toEqual([
      ['科员', '2010-07', '2018-05'],
      ['科长', '2018-05', null],
    ]);
    expect(people[0]?.career.levels.map(({ from, to }) => [from, to])).toEqual([
      ['2010-07', '2018-05'],
      ['2018-05', null],
    ]);
    expect(people[0]?.career.resume).toEqual([{ from: '2003-09', to: '2007-07', text: '大学学习' }]);
  });

  it('knows nothing of what comes later', async () => {
    const { people } = await compare([id], '2015-01-31');
    expect(people[0]?.career.posts.map(({ title, to }) => [title, to])).toEqual([['科员', null]]);
    expect(people[0]?.career.levels.map(({ to }) => to)).toEqual([null]);
  });

  it('keeps the order asked for and passes over whom nobody knows', async () => {
    const other = await office.add({
      A01: [{ name: '安宁', statisticalOrgCode: unit, personStatusCode: '1' }],
    });
    const { people } = await compare([id, 'nobody', other, id]);
    expect(people.map(({ name }) => name)).toEqual(['单立', '安宁']);
  });

  it('hides what is sensitive, and people out of reach', async () => {
    const labels = async (actor = clerk) =>
      (await compare([id], undefined, actor)).rows.map(({ label }) => label);
    expect(await labels()).toContain('处分影响期至');
    expect(await labels(reader)).not.toContain('处分影响期至');
    const elsewhere = (await readUnitTree(office.store)).units.at(-2)?.id ?? '';
    const bounded = actorOf('分管', [], { kind: 'units', units: [elsewhere] });
    expect((await compare([id], undefined, bounded)).people).toEqual([]);
  });
});

describe('careers in lists', () => {
  it('are those of the comparison, for those within reach, each once and in the order asked for', async () => {
    const other = await office.add({ A01: [{ name: '无经历', personStatusCode: '1' }] });
    const ask = (ids: string[], actor = clerk) =>
      readCareersFor(office.store, office.tables, actor, { ids, asOf: '2020-01-31' });
    const { careers } = await ask([other, id, id, '01980000-0000-7000-8000-00000000ffff']);
    expect(careers.map((each) => each.id)).toEqual([other, id]);
    expect(careers[1]?.career).toEqual((await compare([id])).people[0]?.career);
    expect(careers[0]?.career).toEqual({ resume: [], posts: [], levels: [], ranks: [] });
    const bounded = actorOf('分管', [], { kind: 'units', units: [unit] });
    expect((await ask([other, id], bounded)).careers.map((each) => each.id)).toEqual([id]);
  });
});
