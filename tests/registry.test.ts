import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  columnsOf,
  columnText,
  createRegistry,
  findColumn,
  formFields,
  importMapping,
  newId,
  rowSchema,
  subjectSchema,
  validateRows,
  type SetDefinition,
} from '#platform/model';
import type { Store } from '#platform/server';
import { exportByCommand } from '#modules/exchange/server';
import { openStore } from '../server/open-store.ts';
import { runApi, type RunningApi } from './support/running-api.ts';
import { tempFolder } from './support/temp-folder.ts';

/** A set that no module knows. */
const visits: SetDefinition = {
  code: 'x_T01',
  key: 'visit',
  label: '家访记录',
  subject: 'person',
  repeating: true,
  order: ['-visitedOn'],
  fields: [
    { key: 'finding', code: 'XT0101', label: '家访情况', type: 'text', length: 40, required: true },
    { key: 'visitedOn', code: 'XT0102', label: '家访日期', type: 'date' },
    { key: 'healthCode', code: 'XT0103', label: '家人健康', type: 'code', codeTable: 'GB2261' },
  ],
};

const folder = tempFolder();
const rows = [
  { id: newId(), finding: '家人支持工作', visitedOn: '2024-03', healthCode: '1' },
  { id: newId(), finding: '住房已修缮', visitedOn: '2025-11-05', healthCode: null },
];
const noUnits = () => '';
let store: Store;
let api: RunningApi;
let person: string;

beforeAll(async () => {
  const plain = await openStore(folder);
  store = { ...plain, registry: createRegistry([...plain.registry.sets, visits]) };
  api = await runApi(store, folder);
  const { body } = await api.as('clerk')<{ id: string }>('POST', '/cadres', { name: '顾长青', unit: null });
  person = body.id;
  await api.as('clerk')('PUT', `/cadres/${person}/sets/x_T01`, { version: 0, rows });
});

afterAll(() => api.close());

const label = (code: string) => store.tables.get('GB2261')?.labelOf(code);

/** The lines of an export. */
async function exported(format: 'jsonl' | 'csv'): Promise<string[]> {
  const out = join(folder, `out.${format}`);
  const tools = { progress: () => {}, signal: new AbortController().signal };
  const wanted = { format, out, variant: 'A4', set: 'x_T01', subject: 'person', ids: null } as const;
  expect(await exportByCommand(store, wanted, tools)).toEqual({ files: 1, people: 1, notes: [] });
  return readFileSync(out, 'utf8').trimEnd().split(/\r?\n/);
}

describe('a set that was only declared', () => {
  it('is in the JSON schema of a record', () => {
    const row = rowSchema(visits, store.tables);
    expect(row).toMatchObject({
      title: '家访记录',
      required: ['id', 'finding'],
      properties: { finding: { title: '家访情况' }, visitedOn: { pattern: expect.any(String) } },
    });
    expect(row['properties']).toHaveProperty('healthCode.enum', expect.arrayContaining(['1', '2', null]));
    expect(subjectSchema(store.registry, 'person', store.tables)).toHaveProperty(
      'properties.x_T01.items',
      row,
    );
  });

  it('is a form on screen with the control of each type', () => {
    const controls = formFields(visits, store.tables).map(({ field, control }) => [field.label, control]);
    expect(controls).toEqual([
      ['家访情况', 'input'],
      ['家访日期', 'date'],
      ['家人健康', 'select'],
    ]);
  });

  it('is a column of lists, the newest row first, codes as words', () => {
    const ours = columnsOf(store.registry, 'person').filter(({ set }) => set === visits);
    expect(ours.map(({ path }) => path)).toEqual(['x_T01.finding', 'x_T01.visitedOn', 'x_T01.healthCode']);
    const text = (path: string) => {
      const column = findColumn(store.registry, path);
      return column && columnText(column, { x_T01: rows }, store.tables, noUnits);
    };
    expect(text('x_T01.finding')).toBe('住房已修缮\n家人支持工作');
    expect(text('x_T01.healthCode')).toBe(label('1'));
  });

  it('is found by the heads of a foreign table', () => {
    const field = importMapping(visits);
    expect(['家访 日期', 'xt0101', 'healthCode', '别的'].map((head) => field(head)?.key)).toEqual([
      'visitedOn',
      'finding',
      'healthCode',
      undefined,
    ]);
  });

  it('is validated by its types, its code table and what it requires', async () => {
    const bad = [{ id: newId(), visitedOn: '2024-13', healthCode: 'zz', other: 1 }];
    const codes = validateRows(visits, bad, store.tables).map(({ field, code }) => [field, code]);
    expect(codes).toEqual([
      ['other', 'unknown-field'],
      ['finding', 'required'],
      ['visitedOn', 'bad-date'],
      ['healthCode', 'unknown-code'],
    ]);
    const refused = await api.as('clerk')('PUT', `/cadres/${person}/sets/x_T01`, { version: 1, rows: bad });
    expect(refused.status).toBe(422);
  });

  it('leaves as a line of JSON and as CSV', async () => {
    const [line = ''] = await exported('jsonl');
    expect(JSON.parse(line)).toMatchObject({
      id: person,
      x_T01: [
        { finding: '住房已修缮', visitedOn: '2025-11-05' },
        { finding: '家人支持工作', visitedOn: '2024-03', healthCode: '1' },
      ],
    });
    const [head, newest, older] = await exported('csv');
    expect(head).toBe('\ufeff人员标识,人员姓名,家访情况,家访日期,家人健康,家人健康代码');
    expect(newest).toBe(`${person},顾长青,住房已修缮,2025.11.05,,`);
    expect(older).toBe(`${person},顾长青,家人支持工作,2024.03,${label('1')},1`);
  });

  it('is answered by a running server: registry, record, list, history', async () => {
    const read = api.as('clerk');
    const { body: registry } = await read<{ sets: SetDefinition[] }>('GET', '/registry');
    expect(registry.sets.find(({ code }) => code === 'x_T01')).toEqual(visits);
    const { body: cadre } = await read('GET', `/cadres/${person}`);
    expect(cadre).toHaveProperty('sets.x_T01', {
      version: 1,
      rows: expect.arrayContaining(rows.slice(0, 1)),
    });
    const { body: list } = await read('POST', '/cadres/list', { columns: ['A01.name', 'x_T01.visitedOn'] });
    expect(list).toMatchObject({
      columns: [{ label: '姓名' }, { path: 'x_T01.visitedOn', label: '家访日期' }],
      people: [{ id: person, cells: ['顾长青', '2025.11.05\n2024.03'] }],
    });
    const { body: history } = await read('GET', `/cadres/${person}/history`);
    expect(JSON.stringify(history)).toContain('家访记录');
  });
});
