import { beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '#engine';
import { newId } from '#platform/model';
import { applyChange, nameKeys, readSubject, wordInitials } from '#platform/server';
import { searchEverything } from '#modules/query';
import { readUnitTree } from '#modules/organization/server';
import { questioner } from './asking.ts';
import { actorOf, openQueryOffice, type QueryOffice } from './test-office.ts';

const clerk = actorOf('科员');
const reader = actorOf('查阅', ['cadre:sensitive', 'query:share']);

let office: QueryOffice;
let unit: string;
let other: string;

beforeEach(async () => {
  office = await openQueryOffice(40);
  const { units } = await readUnitTree(office.store);
  unit = units.find(({ name }) => name === '中共样板区委员会')?.id ?? '';
  other = units.find(({ name }) => name === '组织部')?.id ?? '';
});

function search(text: string, actor = clerk, limit = 8) {
  return office.call(actor, searchEverything, { body: { text, limit } });
}

function person(name: string, more: Record<string, string> = {}) {
  return { name, statisticalOrgCode: unit, personStatusCode: '1', ...more };
}

describe('people', () => {
  it('come whole names first, then beginnings, then parts, and those who have left behind', async () => {
    const part = await office.add({ A01: [person('欧龙敖')] });
    const former = await office.add({ A01: [person('龙敖')], A30: [{ exitedOn: '2020-01' }] });
    const start = await office.add({ A01: [person('龙敖敖')] });
    const whole = await office.add({ A01: [person('龙敖')] });
    const { people } = await search('龙敖');
    expect(people.map(({ id, why }) => [id, why])).toEqual([
      [whole, 'name'],
      [former, 'name'],
      [start, 'name'],
      [part, 'name'],
    ]);
    expect((await search('龙 敖', clerk, 2)).people.map(({ id }) => id)).toEqual([whole, former]);
    expect(people[0]).toMatchObject({ name: '龙敖', unit: '中共样板区委员会' });
  });

  it('are found by initials of either reading, in either case and width', async () => {
    const id = await office.add({ A01: [person('单立欧')] });
    expect(nameKeys('单立欧').initials.split(' ')).toHaveLength(2);
    for (const text of ['slo', 'DLO', 'ｄｌｏ']) {
      const { people } = await search(text);
      expect(people.find((each) => each.id === id)?.why, text).toBe('initials');
    }
  });

  it('are found by the beginning of an ID number by who may see it only', async () => {
    const id = await office.add({ A01: [person('龙敖', { nationalId: '99001119770207093X' })] });
    for (const text of ['990011197702', '９９００１１１９７７０２'])
      expect((await search(text)).people).toMatchObject([{ id, why: 'id-number' }]);
    expect((await search('99001119770207093x')).people).toMatchObject([{ id }]);
    expect((await search('990011197702', reader)).people).toEqual([]);
  });

  it('are found by their post and by their unit, after all names', async () => {
    const posts = [
      {
        orgCode: other,
        orgName: '组织部',
        postTitle: '督导专员',
        appointedOn: '2020-01',
        tenureStatusCode: '1',
      },
    ];
    const id = await office.add({ A01: [person('龙敖')], A02: posts });
    expect((await search('督导专')).people).toMatchObject([
      { id, name: '龙敖', unit: '组织部', post: expect.stringContaining('督导专员'), why: 'post' },
    ]);
  });

  it('who hold a post come in the order of their team, not of their names', async () => {
    const held = (teamOrder: number) => ({
      orgCode: other,
      orgName: '组织部',
      postTitle: '督导专员',
      appointedOn: '2020-01',
      tenureStatusCode: '1',
      teamOrder,
    });
    const second = await office.add({ A01: [person('安宁')], A02: [held(2)] });
    const first = await office.add({ A01: [person('周宁')], A02: [held(1)] });
    expect((await search('督导专员')).people.map(({ id }) => id)).toEqual([first, second]);
  });

  it('are those within reach', async () => {
    const id = await office.add({ A01: [person('龙敖', { resumeText: '2001.01--  样板区委督导专员' })] });
    const near = actorOf('近', [], { kind: 'units', units: [unit] });
    const far = actorOf('远', [], { kind: 'units', units: [other] });
    expect((await search('龙敖', near)).people.map((each) => each.id)).toEqual([id]);
    expect((await search('督导专员', near)).resumes.count).toBe(1);
    expect(await search('龙敖', far)).toMatchObject({ people: [] });
    expect(await search('督导专员', far)).toMatchObject({
      people: [],
      posts: [],
      resumes: { count: 0, hits: [] },
    });
  });
});

describe('units', () => {
  it('are found by name, short name and initials, with their path', async () => {
    const { units } = await search('中共样板区委员会');
    expect(units[0]).toEqual({
      id: unit,
      name: '中共样板区委员会',
      path: ['样板区', '区委及区委部门', '中共样板区委员会'],
    });
    expect(
      (await search(wordInitials('中共样板区委员会').slice(0, 5), clerk, 50)).units.map(({ id }) => id),
    ).toContain(unit);
    expect((await search('组织部')).units[0]).toMatchObject({ name: '组织部' });
  });

  it('are found by a name of the past, also those that have ended', async () => {
    const late = await office.add({ A01: [person('龙敖', { statisticalOrgCode: other })] });
    const stored = (await readSubject(office.store.db, other, ['UH01']))['UH01'];
    const event = { id: newId(), changedOn: '2019-03' };
    const rows = [
      { ...event, changeCode: '2', nameBefore: '样板区旧名称办公室', nameAfter: '现名' },
      { ...event, id: newId(), changedOn: '2024', changeCode: '6' },
    ];
    await applyChange(office.store, { actor: clerk, origin: 'web', summary: '补录沿革' }, [
      {
        subject: other,
        kind: 'unit',
        event: 'update',
        sets: { UH01: { expectedVersion: stored?.version ?? 0, rows: [...(stored?.rows ?? []), ...rows] } },
      },
    ]);
    expect((await search('旧名称')).units).toMatchObject([
      { id: other, formerName: '样板区旧名称办公室', abolished: true },
    ]);
    const asker = await questioner(office.store, office.tables, clerk, { question: {} });
    const { units } = asker.engine.dataset;
    expect(units.isAbolished(units.keyOf(other) ?? 0)).toBe(true);
    const where: Condition = { op: 'in', field: 'A01.statisticalOrgCode', values: [other] };
    expect(asker.ask({ where }, (found) => [...found.ids([], 0, found.count)])).toContain(late);
  });

  it('are those within reach, and nobody’s without the right to see units', async () => {
    const near = actorOf('近', [], { kind: 'units', units: [unit] });
    const { units } = await search('委', near, 50);
    const tree = await readUnitTree(office.store);
    expect(units.length).toBeGreaterThan(0);
    for (const { id } of units) expect(tree.within(unit)).toContain(id);
    expect((await search('委员会', actorOf('无', ['unit:read']))).units).toEqual([]);
  });
});

describe('posts', () => {
  it('are titles held now, the title itself first, with a condition that finds as many as are told', async () => {
    const holding = (postTitle: string) => ({
      A01: [person('龙敖')],
      A02: [{ orgCode: other, postTitle, appointedOn: '2020-01', tenureStatusCode: '1' }],
    });
    for (const title of ['督导专员助理', '督导专员助理', '督导专员']) await office.add(holding(title));
    expect((await search('督导专员')).posts).toMatchObject([
      { title: '督导专员', count: 1 },
      { title: '督导专员助理', count: 2 },
    ]);
    const { posts } = await search('长', clerk, 50);
    expect(posts.length).toBeGreaterThan(5);
    const asker = await questioner(office.store, office.tables, clerk, { question: {} });
    for (const { title, count, where } of posts) {
      expect(title).toContain('长');
      expect(asker.ask({ where }, (found) => found.count)).toBe(count);
    }
  });

  it('that ended do not count, those that are only registered do', async () => {
    const ended = {
      orgCode: other,
      postTitle: '督导专员',
      appointedOn: '2010-01',
      removedOn: '2015-01',
      tenureStatusCode: '0',
    };
    await office.add({ A01: [person('龙敖')], A02: [ended] });
    expect((await search('督导专员')).posts).toEqual([]);
    await office.add({ A01: [person('龙敖敖', { currentPostFull: '样板区委督导专员' })] });
    expect((await search('督导专员')).posts).toMatchObject([{ title: '样板区委督导专员', count: 1 }]);
  });
});

describe('résumés', () => {
  const resumeText = '1996.09--1999.08  平原商学院统计系统计学专业学习\n1999.08--  样板区甪直专员';

  it('are found by two characters, with the words around the hit', async () => {
    const id = await office.add({ A01: [person('龙敖', { resumeText })] });
    const { resumes } = await search('甪直');
    expect(resumes).toEqual({
      count: 1,
      where: { op: 'contains', field: 'A01.resumeText', text: '甪直' },
      hits: [
        {
          id,
          name: '龙敖',
          before: '…学专业学习 1999.08--  样板区',
          hit: '甪直',
          after: '专员',
        },
      ],
    });
    expect((await search('甪')).resumes).toMatchObject({ count: 0, hits: [] });
  });
});

it('long words in Latin letters are found wherever they stand, in either case', async () => {
  const resumeText = '2001.01--2003.01  平原商学院Executive课程学习';
  const id = await office.add({
    A01: [person('欧Alimjan', { currentPostFull: '样板区委Inspector', resumeText })],
  });
  expect((await search('alimjan')).people).toMatchObject([{ id, why: 'name' }]);
  expect((await search('欧ALIMJAN')).people).toMatchObject([{ id, why: 'name' }]);
  const { people, posts } = await search('inspector');
  expect(people).toMatchObject([{ id, why: 'post' }]);
  expect(posts).toMatchObject([{ title: '样板区委Inspector', count: 1 }]);
  const { resumes } = await search('EXECUTIVE');
  expect(resumes).toMatchObject({
    count: 1,
    where: { op: 'contains', field: 'A01.resumeText', text: 'EXECUTIVE' },
    hits: [{ id, hit: 'Executive' }],
  });
  expect((await search('executives')).resumes.count).toBe(0);
});

it('texts in full width are found by half width and the other way round, digits alone too', async () => {
  const id = await office.add({
    A01: [person('龙敖', { resumeText: '２０１９.07--  读ＭＰＡ\n2031.09--  某局' })],
  });
  for (const text of ['mpa', 'ＭＰａ', '2019', '２０３１', '2031']) {
    const { hits } = (await search(text, clerk, 50)).resumes;
    expect(hits.find((hit) => hit.id === id)?.hit, text).toHaveLength(text.length);
  }
});

it('the search box refuses nothing typed, and who may not ask questions', async () => {
  expect(await office.refused(clerk, searchEverything, { body: { text: '  ' } })).toMatchObject({
    status: 400,
  });
  expect(
    await office.refused(actorOf('无', ['query:run']), searchEverything, { body: { text: '龙敖' } }),
  ).toMatchObject({ status: 403, code: 'forbidden' });
});
