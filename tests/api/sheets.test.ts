import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTableFile } from '#documents/formats';
import type { BulkChangeLine, BulkStatus, SheetError } from '#modules/sheets';
import { packFile, zip } from '../../documents/render/zip.ts';
import { smallForm } from '../support/invented-forms.ts';
import { startServer, type Client } from '../support/running-server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';
import { writeLrmx } from '#documents/formats';

let clerk: Client;
let people: { id: string; name: string }[] = [];

beforeAll(async () => {
  const server = await startServer(tempFolder());
  clerk = await server.addUser('zhang', 'clerk');
  const { id } = (await clerk.call<{ id: string }>('POST', '/imports')).body;
  const upload = new FormData();
  for (const name of ['尚子衿', '林疏影'])
    upload.append('files', new Blob([writeLrmx(smallForm({ name }))]), `${name}.lrmx`);
  await clerk.upload(`/imports/${id}/files`, upload);
  const state = async () => (await clerk.call<{ state: string }>('GET', `/imports/${id}`)).body.state;
  await clerk.call('POST', `/imports/${id}/preview`);
  await until(state, (now) => now === 'ready');
  await clerk.call('POST', `/imports/${id}/apply`, { unit: null });
  await until(state, (now) => now === 'done');
  people = (await clerk.call<{ people: typeof people }>('POST', '/cadres/list', { size: 10 })).body.people;
}, 90_000);

const busy = ['looking', 'checking', 'applying'];
const settled = (id: string) =>
  until(
    async () => (await clerk.call<BulkStatus>('GET', `/bulk-jobs/${id}`)).body,
    ({ state }) => !busy.includes(state),
  );

async function uploaded(set: string, text: string): Promise<BulkStatus> {
  const { id } = (await clerk.call<BulkStatus>('POST', '/bulk-jobs/sheets', { set })).body;
  const upload = new FormData();
  upload.append('file', new Blob([text]), '考核.csv');
  expect((await clerk.upload(`/bulk-jobs/${id}/file`, upload)).status).toBe(200);
  return settled(id);
}

async function step(id: string, path: string, body: object): Promise<BulkStatus> {
  expect((await clerk.call('POST', `/bulk-jobs/${id}/${path}`, body)).status).toBe(200);
  return settled(id);
}

async function textsOf(bytes: Uint8Array, sheet = 0): Promise<string[][]> {
  const file = await openTableFile(bytes);
  return (await Array.fromAsync(file.rows(sheet)))
    .flat()
    .map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
}

const rowsOf = async (id: string, set: string) =>
  (await clerk.call<{ sets: Record<string, { rows: Record<string, unknown>[] }> }>('GET', `/cadres/${id}`))
    .body.sets[set]?.rows ?? [];

describe('a sheet by upload', { timeout: 120_000 }, () => {
  it('is mapped, shown with its wrong cells, taken in as far as it is good, and taken back', async () => {
    const text =
      '干部姓名,身份证号,出生年月,考核年份,考核等次\n' +
      `尚子衿,,1972.07,2023,优秀\n林疏影,,1972.07,2023年度,优良\n查无此人,,1980.01,2023,称职\n`;
    const looked = await uploaded('A15', text);
    expect(looked).toMatchObject({ state: 'mapping', look: { headRow: 1, rows: 3, isRemembered: false } });
    expect(looked.look?.mapping).toEqual(['@name', '@nationalId', '@birth', 'year', 'resultCode']);
    const birth = String((await rowsOf(people[0]?.id ?? '', 'A01'))[0]?.['birthDate']);
    expect(birth).toMatch(/^\d{4}-\d{2}/);

    const right = text.replaceAll('1972.07', birth.replace('-', '.'));
    const again = await uploaded('A15', right);
    const ready = await step(again.id, 'preview', { mapping: again.look?.mapping });
    expect(ready).toMatchObject({ state: 'ready', counts: { rows: 3, created: 1, refused: 2, people: 1 } });
    const errors = (await clerk.call<{ errors: SheetError[] }>('GET', `/bulk-jobs/${again.id}/errors`)).body
      .errors;
    expect(errors.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
      'D3 bad-date',
      'E3 unknown-code',
      'A4 person-unknown',
    ]);
    const changes = await clerk.call<{ changes: BulkChangeLine[] }>('GET', `/bulk-jobs/${again.id}/changes`);
    expect(changes.body.changes).toMatchObject([{ row: 2, name: '尚子衿', kind: 'created' }]);
    const marked = await textsOf(await clerk.download(`/bulk-jobs/${again.id}/marked`));
    expect(marked[0]?.[5]).toBe('错误说明');
    expect(marked[2]?.[5]).toContain('优良');
    expect(marked[1]).toHaveLength(5);

    const refused = await clerk.call<{ error: { code: string; message: string } }>(
      'POST',
      `/bulk-jobs/${again.id}/apply`,
      { acceptGood: false },
    );
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'sheet-has-errors' } } });
    expect(refused.body.error.message).toContain('表中有 2 行不能写入');
    expect((await clerk.call<BulkStatus>('GET', `/bulk-jobs/${again.id}`)).body.state).toBe('ready');
    const third = await uploaded('A15', right);
    expect(third.look?.isRemembered).toBe(true);
    await step(third.id, 'preview', { mapping: third.look?.mapping });
    const done = await step(third.id, 'apply', { acceptGood: true });
    expect(done).toMatchObject({ state: 'done', counts: { created: 1 } });
    const person = people.find(({ name }) => name === '尚子衿')?.id ?? '';
    expect((await rowsOf(person, 'A15')).some(({ year }) => year === '2023')).toBe(true);
    expect((await clerk.call('POST', `/changes/${done.change}/undo`, { reason: '' })).status).toBe(200);
    expect((await rowsOf(person, 'A15')).some(({ year }) => year === '2023')).toBe(false);
  });

  it('asks what a row with another date is, all at once or row by row', async () => {
    const person = people.find(({ name }) => name === '林疏影')?.id ?? '';
    const birth = String((await rowsOf(person, 'A01'))[0]?.['birthDate'])
      .slice(0, 7)
      .replace('-', '.');
    const sheet = (...rows: string[]) =>
      ['干部姓名,出生年月,奖惩名称,批准日期', ...rows.map((each) => `林疏影,${birth},${each}`)].join('\n');
    const checked = async (text: string, answers: object) => {
      const { id, look } = await uploaded('A14', text);
      return step(id, 'preview', { mapping: look?.mapping, ...answers });
    };
    const written = async (text: string, answers: object) =>
      step((await checked(text, answers)).id, 'apply', { acceptGood: true });
    const datesOf = async (prize: string) =>
      (await rowsOf(person, 'A14')).filter(({ name }) => name === prize).map((row) => row['approvedOn']);
    await written(sheet('甲奖,2010.01', '乙奖,2010.01'), {});

    const text = sheet('甲奖,2015.01', '乙奖,2010.02');
    const asked = await checked(text, {});
    expect(asked).toMatchObject({ counts: { refused: 2, asked: 2 }, answers: { otherDate: null } });
    const list = `/bulk-jobs/${asked.id}/changes?of=questions`;
    const { changes } = (await clerk.call<{ changes: BulkChangeLine[] }>('GET', list)).body;
    expect(changes).toMatchObject([
      { row: 2, name: '林疏影', kind: 'asked', lines: [{ before: '2010.01', after: '2015.01' }] },
      { row: 3, name: '林疏影', kind: 'asked', lines: [{ before: '2010.01', after: '2010.02' }] },
    ]);
    expect(
      (
        await clerk.call<{ error: { code: string } }>('POST', `/bulk-jobs/${asked.id}/apply`, {
          acceptGood: true,
        })
      ).body.error.code,
    ).toBe('nothing-changed');
    const half = { otherDate: 'each', rowAnswers: { '2': 'add' } };
    expect(await checked(text, half)).toMatchObject({
      counts: { created: 1, updated: 0, refused: 1, asked: 2 },
      answers: half,
    });
    expect(await checked(text, { ...half, otherRows: 'update' })).toMatchObject({
      counts: { created: 1, updated: 1, refused: 0, asked: 2 },
      answers: { ...half, otherRows: 'update' },
    });
    await written(text, { otherDate: 'each', rowAnswers: { '2': 'add', '3': 'update' } });
    expect(await datesOf('甲奖')).toEqual(['2010-01', '2015-01']);
    expect(await datesOf('乙奖')).toEqual(['2010-02']);
    await written(sheet('乙奖,2012.01'), { otherDate: 'update' });
    expect(await datesOf('乙奖')).toEqual(['2012-01']);
  });

  it('comes out as it goes in', async () => {
    const started = (await clerk.call<BulkStatus>('POST', '/bulk-jobs/exports', { set: 'A36' })).body;
    expect(await settled(started.id)).toMatchObject({ state: 'done', message: '' });
    const bytes = await clerk.download(`/bulk-jobs/${started.id}/export`);
    const rows = await textsOf(bytes);
    expect(rows[0]?.slice(0, 5)).toEqual([
      '干部姓名',
      '干部身份证号',
      '干部出生年月',
      '干部所在单位',
      '姓名',
    ]);
    const { id } = (await clerk.call<BulkStatus>('POST', '/bulk-jobs/sheets', { set: 'A36' })).body;
    const upload = new FormData();
    upload.append('file', new Blob([bytes as BlobPart]), '家庭成员.xlsx');
    await clerk.upload(`/bulk-jobs/${id}/file`, upload);
    const looked = await settled(id);
    expect(looked.look?.mapping).not.toContain(null);
    expect(await step(id, 'preview', { mapping: looked.look?.mapping })).toMatchObject({
      state: 'ready',
      counts: { rows: rows.length - 1, unchanged: rows.length - 1, refused: 0 },
    });
  });

  it('has a template that brings nothing in as it is', async () => {
    const sets = (await clerk.call<{ sets: { code: string }[] }>('GET', '/sheet-sets')).body.sets;
    expect(sets.map(({ code }) => code)).toEqual(expect.arrayContaining(['A01', 'A02', 'A08', 'A15', 'A36']));
    // The templates of all sets are tried where they are made.
    for (const code of ['A01', 'A08']) {
      const bytes = await clerk.download(`/sheet-sets/${code}/template`);
      const { id } = (await clerk.call<BulkStatus>('POST', '/bulk-jobs/sheets', { set: code })).body;
      const upload = new FormData();
      upload.append('file', new Blob([bytes as BlobPart]), '模板.xlsx');
      await clerk.upload(`/bulk-jobs/${id}/file`, upload);
      const looked = await settled(id);
      expect(looked.look?.mapping, code).not.toContain(null);
      expect(await step(id, 'preview', { mapping: looked.look?.mapping }), code).toMatchObject({
        state: 'ready',
        counts: { rows: 0, refused: 0 },
      });
    }
  });
});

describe('one field of many people', { timeout: 60_000 }, () => {
  it('is shown, changed at once and taken back', async () => {
    const body = { set: 'A01', field: 'remark', edit: { kind: 'append', value: '；已核对' } };
    const started = await clerk.call<BulkStatus>('POST', '/bulk-jobs/edits', body);
    const shown = await settled(started.body.id);
    expect(shown).toMatchObject({
      state: 'ready',
      counts: { updated: people.length, people: people.length },
    });
    const done = await step(shown.id, 'apply', {});
    const id = people[0]?.id ?? '';
    expect(String((await rowsOf(id, 'A01'))[0]?.['remark'])).toContain('；已核对');
    await clerk.call('POST', `/changes/${done.change}/undo`, { reason: '' });
    expect(JSON.stringify((await rowsOf(id, 'A01'))[0])).not.toContain('已核对');
  });

  it('is refused where the value does not fit', async () => {
    const edit = (field: string, value: string) =>
      clerk.call('POST', '/bulk-jobs/edits', { set: 'A01', field, edit: { kind: 'set', value } });
    expect((await edit('ethnicCode', '火星族')).status).toBe(400);
    expect((await edit('name', '张三')).status).toBe(400);
    expect((await edit('none', '张三')).status).toBe(404);
  });
});

describe('photos of many people', { timeout: 60_000 }, () => {
  const portrait = (number: string): BlobPart =>
    readFileSync(join(import.meta.dirname, `../../fixtures/district/portraits/${number}.jpg`));

  it('find their people by file name; doubtful ones are taken when they are wanted', async () => {
    const { id } = (await clerk.call<BulkStatus>('POST', '/bulk-jobs/photos')).body;
    const upload = new FormData();
    upload.append('files', new Blob([portrait('01')]), '照片/尚子衿.jpg');
    upload.append('files', new Blob([portrait('02')]), '照片/无此人.jpg');
    upload.append('files', new Blob(['文字']), '林疏影.jpg');
    const folder = zip([
      packFile('综合科/02林疏影.jpg', new Uint8Array(portrait('03') as Uint8Array), false),
    ]);
    upload.append('files', new Blob([folder as BlobPart]), '更多.zip');
    expect((await clerk.upload(`/bulk-jobs/${id}/photos`, upload)).body).toEqual({ files: 4 });
    const first = await step(id, 'photo-preview', {});
    expect(first).toMatchObject({ state: 'ready', counts: { rows: 4 } });
    const told = (await clerk.call<{ errors: SheetError[] }>('GET', `/bulk-jobs/${id}/errors`)).body.errors;
    expect(told.map(({ value, code }) => `${value} ${code}`)).toEqual(
      expect.arrayContaining(['照片/无此人.jpg person-unknown', '林疏影.jpg not-a-picture']),
    );
    const ready = await step(id, 'photo-preview', { takeDoubtful: true });
    expect(ready.counts).toMatchObject({ rows: 4, created: 2, refused: 2, people: 2 });
    const done = await step(id, 'apply', {});
    expect(done).toMatchObject({ state: 'done', counts: { people: 2 } });
    const person = people.find(({ name }) => name === '林疏影')?.id ?? '';
    expect(await clerk.download(`/cadres/${person}/photo`)).toEqual(
      Buffer.from(portrait('03') as Uint8Array),
    );
    expect((await clerk.call('POST', `/changes/${done.change}/undo`, { reason: '' })).status).toBe(200);
    expect(await rowsOf(person, 'A57')).toEqual([]);
  });
});
