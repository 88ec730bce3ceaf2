import { beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '#engine';
import type { Actor } from '#platform/model';
import { applyChange } from '#platform/server';
import {
  createSavedQuery,
  listSavedQueries,
  readSavedQuery,
  removeSavedQuery,
  updateSavedQuery,
} from '#modules/query';
import { readUnitTree } from '#modules/organization/server';
import { questioner } from './asking.ts';
import { actorOf, openQueryOffice, type QueryOffice } from './test-office.ts';

const women: Question = { where: { op: 'in', field: 'A01.sexCode', values: ['2'] } };
const clerk = actorOf('科员');
const colleague = actorOf('同事');
const reader = actorOf('查阅', ['query:share', 'cadre:sensitive']);

let office: QueryOffice;

beforeEach(async () => {
  office = await openQueryOffice(30);
});

function save(actor: Actor, question: Question, shared = false, name = '女干部') {
  return office.call(actor, createSavedQuery, { body: { kind: 'question', name, shared, question } });
}

async function everybody(): Promise<string[]> {
  const asker = await questioner(office.store, office.tables, clerk, { question: {} });
  return asker.ask({}, (found) => [...found.ids([], 0, found.count)]);
}

describe('saved questions', () => {
  it('are listed for their owner, and for others when they are shared', async () => {
    const { id, version } = await save(clerk, women);
    const own = { id, version, kind: 'question', name: '女干部', mine: true, ownerName: '科员' };
    expect(await office.call(clerk, listSavedQueries)).toMatchObject({
      items: [{ ...own, shared: false, sentence: '性别为女' }],
    });
    expect(await office.call(colleague, listSavedQueries)).toEqual({ items: [] });
    expect(await office.refused(colleague, readSavedQuery, { params: { id } })).toMatchObject({
      status: 404,
      code: 'not-found',
    });
    const saved = { kind: 'question', name: '女干部', shared: true, question: women } as const;
    await office.call(clerk, updateSavedQuery, { params: { id }, body: { version, saved } });
    expect(await office.call(colleague, listSavedQueries)).toMatchObject({
      items: [{ id, version: 2, shared: true, mine: false, ownerName: '科员' }],
    });
    expect(await office.call(colleague, readSavedQuery, { params: { id } })).toMatchObject({
      question: women,
    });
  });

  it('are shared only by who may share', async () => {
    const body = { kind: 'question', name: '女干部', shared: true, question: women } as const;
    expect(await office.refused(reader, createSavedQuery, { body })).toMatchObject({
      status: 403,
      code: 'forbidden',
      details: { permission: 'query:share' },
    });
    expect((await save(reader, women)).version).toBe(1);
  });

  it('are changed and removed by their owner alone', async () => {
    const { id, version } = await save(clerk, women, true);
    const saved = { kind: 'question', name: '改名', shared: true, question: {} } as const;
    const edit = { params: { id }, body: { version, saved } };
    expect(await office.refused(colleague, updateSavedQuery, edit)).toMatchObject({ code: 'saved-not-own' });
    expect(await office.refused(colleague, removeSavedQuery, { params: { id } })).toMatchObject({
      status: 403,
      code: 'saved-not-own',
    });
    await office.call(clerk, removeSavedQuery, { params: { id } });
    expect(await office.refused(clerk, removeSavedQuery, { params: { id } })).toMatchObject({ status: 404 });
  });

  it('refuse an edit that is based on an old version, and the other kind', async () => {
    const { id, version } = await save(clerk, women);
    const saved = { kind: 'question', name: '第二版', shared: false, question: {} } as const;
    const edit = { params: { id }, body: { version, saved } };
    expect(await office.call(clerk, updateSavedQuery, edit)).toEqual({ version: 2 });
    expect(await office.refused(clerk, updateSavedQuery, edit)).toMatchObject({ code: 'saved-changed' });
    const list = { kind: 'list' as const, name: '名单', shared: false, ids: [] };
    expect(
      await office.refused(clerk, updateSavedQuery, { params: { id }, body: { version: 2, saved: list } }),
    ).toMatchObject({ code: 'invalid' });
  });

  it('can be asked: unknown fields, and for whom they are hidden sensitive ones, are refused', async () => {
    const unknown: Question = { where: { op: 'empty', field: 'A01.nothing' } };
    const body = { kind: 'question', name: '错', shared: false, question: unknown } as const;
    expect(await office.refused(clerk, createSavedQuery, { body })).toMatchObject({ code: 'bad-question' });
    const sensitive: Question = { where: { op: 'starts', field: 'A01.nationalId', text: '99' } };
    expect(
      await office.refused(reader, createSavedQuery, { body: { ...body, question: sensitive } }),
    ).toMatchObject({ code: 'bad-question' });
    expect((await save(clerk, sensitive)).version).toBe(1);
  });

  it('do not tell what others asked of fields that are hidden from the reader', async () => {
    const rows: Question = {
      where: { op: 'some', set: 'A36', where: { op: 'in', field: 'A36.name', values: ['秦十一'] } },
    };
    const { id } = await save(clerk, { where: { op: 'not', of: rows.where ?? { op: 'all', of: [] } } }, true);
    const { items } = await office.call(reader, listSavedQueries);
    expect(items.map(({ sentence }) => sentence)).toEqual(['其中有您无权查看的信息项，不能使用']);
    expect(await office.refused(reader, readSavedQuery, { params: { id } })).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect((await office.call(colleague, readSavedQuery, { params: { id } })).sentence).toContain('秦十一');
  });

  it('keep how they are shown, without the fields that a reader may not see', async () => {
    const view = {
      columns: ['A01.name', 'A01.nationalId'],
      sort: [{ field: 'A01.nationalId' }, { field: 'age', descending: true }],
      asOf: '2025-12-31',
    };
    const { id } = await office.call(clerk, createSavedQuery, {
      body: { kind: 'question', name: '女干部', shared: true, question: women, ...view },
    });
    expect(await office.call(clerk, readSavedQuery, { params: { id } })).toMatchObject(view);
    expect(await office.call(reader, readSavedQuery, { params: { id } })).toMatchObject({
      columns: ['A01.name'],
      sort: [{ field: 'age', descending: true }],
    });
  });
});

describe('references to saved questions', () => {
  it('are followed, also through others, and are said by name', async () => {
    const { id } = await save(clerk, women);
    const outer = await save(clerk, { where: { op: 'not', of: { op: 'saved', id } } }, false, '男干部');
    const question: Question = { where: { op: 'saved', id: outer.id } };
    const asker = await questioner(office.store, office.tables, clerk, { question });
    const men: Question = { where: { op: 'in', field: 'A01.sexCode', values: ['1'] } };
    const ids = (asked: Question) => asker.ask(asked, (found) => found.ids([], 0, found.count));
    expect(ids(question)).toEqual(ids(men));
    expect(ids(men).length).toBeGreaterThan(0);
    const { items } = await office.call(clerk, listSavedQueries);
    expect(items.find((item) => item.id === outer.id)?.sentence).toContain('女干部');
  });

  it('are not found when they are somebody else’s and not shared', async () => {
    const { id } = await save(clerk, women);
    const body = { kind: 'question', name: '引用', shared: false } as const;
    const question: Question = { where: { op: 'saved', id } };
    expect(await office.refused(colleague, createSavedQuery, { body: { ...body, question } })).toMatchObject({
      status: 404,
    });
    const asker = await questioner(office.store, office.tables, colleague, { question });
    expect(() => asker.ask(question, () => {})).toThrow('引用的查询或名单不存在');
  });

  it('never go in a circle', async () => {
    const { id, version } = await save(clerk, women);
    const outer = await save(clerk, { where: { op: 'saved', id } });
    const circle: Question = { where: { op: 'saved', id: outer.id } };
    const saved = { kind: 'question', name: '圈', shared: false, question: circle } as const;
    expect(
      await office.refused(clerk, updateSavedQuery, { params: { id }, body: { version, saved } }),
    ).toMatchObject({ code: 'bad-question', message: expect.stringContaining('绕回') });
  });

  it('keep what they name from being removed', async () => {
    const { id } = await save(clerk, women, true);
    const first = await save(clerk, { where: { op: 'saved', id } }, false, '引用者');
    await save(colleague, { where: { op: 'saved', id } }, false, '私下的');
    expect(await office.refused(clerk, removeSavedQuery, { params: { id } })).toMatchObject({
      status: 409,
      code: 'saved-in-use',
      message: '“引用者”、他人未共享的 1 个查询方案引用了它，不能删除。请先修改引用它的查询方案。',
      details: { uses: [{ id: first.id, name: '引用者' }], others: 1 },
    });
  });

  it('of shared questions are shared, and stay so', async () => {
    const { id, version } = await save(clerk, women);
    const question: Question = { where: { op: 'saved', id } };
    const body = { kind: 'question', name: '共享的', shared: true, question } as const;
    expect(await office.refused(clerk, createSavedQuery, { body })).toMatchObject({
      code: 'saved-not-shared',
      message: expect.stringContaining('“女干部”'),
    });
    const saved = { kind: 'question', name: '女干部', shared: true, question: women } as const;
    await office.call(clerk, updateSavedQuery, { params: { id }, body: { version, saved } });
    const user = await office.call(clerk, createSavedQuery, { body });
    const unshared = { version: 2, saved: { ...saved, shared: false } };
    expect(await office.refused(clerk, updateSavedQuery, { params: { id }, body: unshared })).toMatchObject({
      code: 'saved-in-use',
      message: expect.stringContaining('取消共享'),
    });
    await office.call(clerk, removeSavedQuery, { params: { id: user.id } });
    expect(await office.call(clerk, updateSavedQuery, { params: { id }, body: unshared })).toEqual({
      version: 3,
    });
  });
});

describe('lists', () => {
  it('keep their order and name everybody once', async () => {
    const [first = '', second = ''] = await everybody();
    const body = { kind: 'list', name: '考察组', shared: false, ids: [second, first, second] } as const;
    const { id } = await office.call(clerk, createSavedQuery, { body: { ...body, ids: [...body.ids] } });
    const opened = await office.call(clerk, readSavedQuery, { params: { id } });
    expect(opened).toMatchObject({ kind: 'list', ids: [second, first], sentence: '2 人的名单' });
    const question: Question = { where: { op: 'saved', id } };
    const asker = await questioner(office.store, office.tables, clerk, { question });
    expect(asker.ask(question, (found) => found.ids([], 0, 10)).toSorted()).toEqual(
      [first, second].toSorted(),
    );
  });

  it('name nobody beyond the actor’s reach, and leave them out for a reader with less', async () => {
    const people = await everybody();
    const tree = await readUnitTree(office.store);
    const asker = await questioner(office.store, office.tables, clerk, { question: {} });
    const unitOf = (id: string) =>
      String(
        asker.ask(
          { where: { op: 'people', ids: [id] } },
          (found) => found.values(found.rows([], 0, 1)[0] ?? 0, ['A01.statisticalOrgCode'])[0],
        ),
      );
    const [first = ''] = people;
    const unit = unitOf(first);
    const far = people.find((id) => !tree.within(unit).includes(unitOf(id))) ?? '';
    const county = actorOf('县', [], { kind: 'units', units: [unit] });
    const list = (ids: string[], shared = false) => ({
      body: { kind: 'list', name: '名单', shared, ids } as const,
    });
    expect(await office.refused(county, createSavedQuery, list([first, far]))).toMatchObject({
      status: 404,
      message: expect.stringContaining('名单中的 1 人'),
    });
    await office.call(county, createSavedQuery, list([first]));
    const { id } = await office.call(clerk, createSavedQuery, list([far, first], true));
    const opened = await office.call(county, readSavedQuery, { params: { id } });
    expect(opened).toMatchObject({ ids: [first], sentence: '1 人的名单' });
    const sentenceFor = async (actor: typeof county) =>
      (await office.call(actor, listSavedQueries)).items.find((each) => each.id === id)?.sentence;
    expect(await sentenceFor(county)).toBe('1 人的名单');
    expect(await sentenceFor(clerk)).toBe('2 人的名单');
  });

  it('do not name who was removed', async () => {
    const [first = '', second = ''] = await everybody();
    const { id } = await office.call(clerk, createSavedQuery, {
      body: { kind: 'list', name: '名单', shared: false, ids: [first, second] },
    });
    await applyChange(office.store, { actor: clerk, origin: 'web', summary: '删除' }, [
      { subject: first, kind: 'person', event: 'remove', sets: {} },
    ]);
    const opened = await office.call(clerk, readSavedQuery, { params: { id } });
    expect(opened).toMatchObject({ ids: [second], sentence: '1 人的名单' });
  });
});
