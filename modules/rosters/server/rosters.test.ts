import { beforeEach, describe, expect, it } from 'vitest';
import type { OperationOutput } from '#platform/model';
import type { listRosters, previewRoster, readRoster } from '#modules/rosters';
import { readUnitTree } from '#modules/organization/server';
import { actorOf, openRosterOffice, predefined, type Refused, type RosterOffice } from './test-rosters.ts';

type Preview = OperationOutput<typeof previewRoster>;
type List = OperationOutput<typeof listRosters>;

const clerk = actorOf('clerk');
let office: RosterOffice;

beforeEach(async () => {
  office = await openRosterOffice(120);
}, 30_000);

async function preview(actor = clerk, change: object = {}, rest: object = {}): Promise<Preview> {
  const roster = { ...predefined('干部名册'), ...change };
  const answer = await office.send<Preview>(actor, 'POST', '/rosters/preview', {
    roster,
    size: 200,
    ...rest,
  });
  expect(answer.status).toBe(200);
  return answer.body;
}

describe('名册', () => {
  it('一开始有三本预置的，可以改、排序、删除，不按旧版本改', async () => {
    const names = async () =>
      (await office.send<List>(clerk, 'GET', '/rosters')).body.rosters.map(({ name }) => name);
    expect(await names()).toEqual(['干部名册', '花名册', '副科级以上干部一览']);
    const { rosters } = (await office.send<List>(clerk, 'GET', '/rosters')).body;
    const [first, second] = rosters;
    const path = `/rosters/${first?.id}`;
    const { roster } = (await office.send<OperationOutput<typeof readRoster>>(clerk, 'GET', path)).body;
    const edit = { version: 1, roster: { ...roster, name: '区管干部名册' } };
    expect((await office.send(clerk, 'PUT', path, edit)).body).toEqual({ version: 2 });
    const stale = await office.send<Refused>(clerk, 'PUT', path, edit);
    expect([stale.status, stale.body.error.code]).toEqual([409, 'roster-changed']);
    await office.send(clerk, 'PUT', '/rosters/order', { ids: [second?.id] });
    expect(await names()).toEqual(['花名册', '区管干部名册', '副科级以上干部一览']);
    expect((await office.send(clerk, 'DELETE', path, { version: 1 })).status).toBe(409);
    expect((await office.send(clerk, 'DELETE', path, { version: 2 })).status).toBe(200);
    const created = await office.send(clerk, 'POST', '/rosters', predefined('花名册'));
    expect(created.status).toBe(200);
    expect(await names()).toEqual(['花名册', '副科级以上干部一览', '花名册']);
  });

  it('不能有不存在的项目和写错的内容格式', async () => {
    const column = { heading: '某列', width: 10, align: 'left' };
    const columns = [
      { ...column, content: { kind: 'field', field: 'A01.nothing' } },
      { ...column, content: { kind: 'pattern', pattern: '{姓名}{星座}' } },
    ];
    const { status, body } = await office.send(clerk, 'POST', '/rosters', {
      ...predefined('花名册'),
      columns,
    });
    expect([status, body.error.code]).toEqual([400, 'invalid']);
    expect(body.error.message).toContain('第 1 列“某列”的项目不存在');
    expect(body.error.message).toContain('没有“星座”这一项');
  });
});

describe('次序', () => {
  it('单位按法定次序各为一组，组内按集体内排序，序号连续', async () => {
    const found = await preview();
    const { units } = await readUnitTree(office.store);
    const places = new Map(units.map(({ id }, place) => [id, place]));
    const order = found.groups.map(({ unit }) => places.get(unit ?? '') ?? Infinity);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(order.length);
    expect(found.groups.length).toBeGreaterThan(10);
    expect(found.groups.reduce((sum, { count }) => sum + count, 0)).toBe(found.count);
    const people = found.rows.filter((row) => row.kind === 'person');
    expect(people.map(({ cells }) => cells[0])).toEqual(people.map((_, index) => index + 1));
    const inTeams = await preview(clerk, {
      columns: [
        { heading: '排序', width: 8, align: 'center', content: { kind: 'field', field: 'teamOrder' } },
      ],
      grouping: 'unit',
    });
    const teamPlaces = inTeams.rows.map((row) => {
      if (row.kind === 'group') return -1;
      return typeof row.cells[0] === 'number' ? row.cells[0] : Infinity;
    });
    // A group begins anew; inside it nobody stands before a lower place.
    const torn = teamPlaces.filter((place, index) => place >= 0 && place < (teamPlaces[index - 1] ?? -1));
    expect(torn).toEqual([]);
  });

  it('自定的排序在组内生效，不分组时对全书生效', async () => {
    const columns = [
      { heading: '出生', width: 8, align: 'center', content: { kind: 'field', field: 'A01.birthDate' } },
    ];
    const sort = [{ field: 'A01.birthDate', descending: true }];
    for (const grouping of ['institution', 'none']) {
      const { rows, groups } = await preview(clerk, { columns, sort, grouping });
      expect(new Set(groups.map(({ unit }) => unit)).size).toBe(groups.length);
      const births = rows.map((row) =>
        row.kind === 'person' && typeof row.cells[0] === 'string' ? row.cells[0] : '9999',
      );
      expect(births.length).toBeGreaterThan(100);
      // Inside a group nobody stands behind somebody who is older.
      const torn = births.filter((birth, index) => birth !== '9999' && birth > (births[index - 1] ?? '9999'));
      expect(torn).toEqual([]);
    }
  });

  it('预览可以从中间看起，也可以按指定的日期', async () => {
    const all = await preview();
    const part = await preview(clerk, {}, { from: 10, size: 5, asOf: '2020-06-30' });
    expect(part.asOf).toBe('2020-06-30');
    expect(part.rows.filter(({ kind }) => kind === 'person')).toHaveLength(5);
    expect(all.asOf).not.toBe(part.asOf);
  });
});

describe('权限', () => {
  it('敏感的列和照片只给能看的人', async () => {
    const column = { heading: '身份证号', width: 20, align: 'center' };
    const columns = [
      { ...column, heading: '姓名', content: { kind: 'field', field: 'A01.name' } },
      { ...column, content: { kind: 'field', field: 'A01.nationalId' } },
      { ...column, heading: '说明', content: { kind: 'pattern', pattern: '{姓名}{公民身份号码}' } },
      { ...column, heading: '照片', content: { kind: 'photo' } },
    ];
    const reader = actorOf('reader', ['cadre:sensitive']);
    expect((await preview(clerk, { columns })).columns).toHaveLength(4);
    const seen = await preview(reader, { columns });
    expect(seen.columns.map(({ heading }) => heading)).toEqual(['姓名']);
    expect(seen.hidden).toEqual(['身份证号', '说明', '照片']);
  });

  it('只有管理范围内的人', async () => {
    const all = await preview();
    const unit = all.groups[3]?.unit ?? '';
    const local = actorOf('local', [], { kind: 'units', units: [unit] });
    const seen = await preview(local);
    expect(seen.count).toBeGreaterThan(0);
    expect(seen.count).toBeLessThan(all.count);
    const form = { kind: 'table', format: 'xlsx' };
    const status = await office.exported(local, { source: { roster: predefined('花名册') }, form });
    expect([status.state, status.total]).toEqual(['done', seen.count]);
  });

  it('没有导出权限不能导出，别人的导出看不见', async () => {
    const body = { source: { roster: predefined('花名册') }, form: { kind: 'table', format: 'xlsx' } };
    const reader = actorOf('reader', ['roster:export', 'roster:edit']);
    expect((await office.send(reader, 'POST', '/rosters/exports', body)).status).toBe(403);
    expect((await office.send(reader, 'POST', '/rosters', predefined('花名册'))).status).toBe(403);
    const { id } = await office.exported(clerk, body);
    expect((await office.send(actorOf('other'), 'GET', `/rosters/exports/${id}/file`)).status).toBe(404);
    expect((await office.send(clerk, 'GET', `/rosters/exports/${id}/file`)).status).toBe(200);
    expect((await office.send(clerk, 'DELETE', `/rosters/exports/${id}`)).status).toBe(200);
    expect((await office.send(clerk, 'GET', `/rosters/exports/${id}`)).status).toBe(404);
  });

  it('人员范围中有无权查看的信息项时，不显示条件，也打不开', async () => {
    const where = { op: 'contains', field: 'A01.nationalId', text: '999182' };
    const roster = { ...predefined('花名册'), name: '按证号', question: { where } };
    const { id } = (await office.send<{ id: string }>(clerk, 'POST', '/rosters', roster)).body;
    const reader = actorOf('reader', ['cadre:sensitive']);
    const { rosters } = (await office.send<List>(reader, 'GET', '/rosters')).body;
    expect(JSON.stringify(rosters)).not.toContain('999182');
    expect((await office.send(reader, 'GET', `/rosters/${id}`)).status).toBe(403);
  });

  it('没有人的名册不导出', async () => {
    const nobody = { op: 'in', field: 'A01.name', values: ['查无此人'] };
    const roster = { ...predefined('花名册'), question: { where: nobody } };
    const body = { source: { roster }, form: { kind: 'table', format: 'xlsx' } };
    const { status, body: said } = await office.send(clerk, 'POST', '/rosters/exports', body);
    expect([status, said.error.code]).toEqual([422, 'roster-empty']);
  });
});
