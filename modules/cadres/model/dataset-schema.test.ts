import { describe, expect, it } from 'vitest';
import type { DatasetSchema, SourcePerson } from '#engine';
import {
  catalogueListsOf,
  createRegistry,
  datasetSchemaOf,
  sourceRows,
  type SubjectSets,
} from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { cadreSets } from './sets/all.ts';

const registry = createRegistry(cadreSets);
const tables = loadCodeTables();
const schema = datasetSchemaOf(registry, tables);

function column(name: string, of: DatasetSchema = schema) {
  return of.sets.flatMap((set) => set.columns).find((each) => each.name === name);
}

function entry(list: string, code: string) {
  return schema.codes.find(({ id }) => id === list)?.entries.find((each) => each.code === code);
}

describe('the tables of the engine', () => {
  it('have every set that people fill in, with every field, under its path', () => {
    expect(schema.sets.map((set) => set.name)).toEqual(
      cadreSets.filter((set) => !set.internal).map((set) => set.code),
    );
    const names = schema.sets.flatMap((set) => set.columns.map((each) => each.name));
    expect(new Set(names).size).toBe(names.length);
    for (const name of ['A01.recordStatus', 'A57.path', 'A05.a0526', 'SF01.fileHash'])
      expect(names, name).not.toContain(name);
  });

  it.each([
    ['A01.name', { kind: 'text', label: '姓名', initials: true }],
    ['A01.sexCode', { kind: 'code', label: '性别', codes: 'GB2261' }],
    ['A01.birthDate', { kind: 'date', label: '出生日期' }],
    ['A01.nationalId', { kind: 'text', label: '公民身份号码', sensitive: true }],
    ['A01.resumeText', { kind: 'paragraph', label: '简历' }],
    ['A01.statisticalOrgCode', { kind: 'unit', label: '统计关系所在单位' }],
    ['A02.teamOrder', { kind: 'number', label: '集体内排序' }],
    ['A05.levelOrRankCode', { kind: 'code', label: '职务层次或职级', codes: 'ZB09|ZB148' }],
    ['A57.data', { kind: 'code', label: '照片', codes: 'file', sensitive: true }],
    ['A14.approvedOn', { kind: 'date', label: '批准日期', sensitive: true }],
  ])('have %s as it is declared', (name, expected) => {
    expect(column(name)).toEqual({ name, ...expected });
  });

  it('have a field of the program that its own pages read, and nobody is offered it', () => {
    expect(column('A02.slotId')).toEqual({
      name: 'A02.slotId',
      label: '所占职位',
      kind: 'text',
      hidden: true,
    });
    const given = { schema, facts: [], words: {}, nameOf: (codes: string) => codes, hideSensitive: false };
    const offered = catalogueListsOf(given).fields.map(({ name }) => name);
    expect(offered).toContain('A02.postTitle');
    expect(offered).not.toContain('A02.slotId');
  });

  it('leave a field free whose code table nobody collected', () => {
    expect(column('A02.changeTypeCode')).toMatchObject({ kind: 'code', codes: undefined });
  });

  it('say by paths since when rows count', () => {
    expect(schema.sets.find((set) => set.name === 'A02')).toMatchObject({
      repeating: true,
      order: 'A02.appointedOn',
      visible: { from: 'A02.appointedOn' },
      span: {
        from: 'A02.appointedOn',
        to: 'A02.removedOn',
        ended: { column: 'A02.tenureStatusCode', codes: ['0'] },
      },
    });
    expect(schema.sets.find((set) => set.name === 'A15')?.visible).toMatchObject({
      from: 'A15.year',
      at: 'end',
    });
  });

  it('keep of a file that it is there', () => {
    const photos = registry.get('A57');
    const rows = [{ id: 'r', data: 'a'.repeat(64), takenOn: '2020-05' }, { id: 's' }];
    expect(sourceRows(photos, rows)).toEqual([{ id: 'r', data: '1', takenOn: '2020-05' }, { id: 's' }]);
    expect(entry('file', '1')).toEqual({ code: '1', label: '有' });
  });

  it('take the records of a person as they are', () => {
    const sets: SubjectSets = { A01: [{ id: 'r', name: '顾长青', asWritten: {} }] };
    const person: SourcePerson = { id: 'p', sets };
    expect(person.sets['A01']).toHaveLength(1);
  });
});

describe('the code lists', () => {
  it('keep the order and the parents of the table', () => {
    expect(entry('ZB64', '1A')).toEqual({ code: '1A', label: '中央党校研究生', parent: '1' });
    const ethnic = schema.codes.find(({ id }) => id === 'GB3304')?.entries ?? [];
    expect(ethnic.slice(0, 2).map(({ label }) => label)).toEqual(['汉族', '蒙古族']);
  });

  it.each([
    ['1A', '四级主任科员', undefined],
    ['1A41', '乡科级正职', '1'],
    ['17', '一级主任科员', undefined],
    ['1B01', '一级总监', '1'],
    ['910', '十级职员', '9'],
  ])('of levels and ranks together know what %s means and what it hangs below', (code, label, parent) => {
    expect(entry('ZB09|ZB148', code)).toEqual(parent ? { code, label, parent } : { code, label });
  });

  it('have no code twice and no parent that is missing', () => {
    for (const { id, entries } of schema.codes) {
      const codes = new Set(entries.map(({ code }) => code));
      expect(codes.size, id).toBe(entries.length);
      expect(
        entries.filter(({ parent }) => parent !== undefined && !codes.has(parent)),
        id,
      ).toEqual([]);
    }
  });
});
