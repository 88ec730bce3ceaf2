import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '#platform/model';
import {
  applyChange,
  readMany,
  readSubject,
  type Store,
  type Task,
  type TaskRunner,
  type UploadedFile,
} from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { bulkEditTask } from '../edit/edit-tasks.ts';
import { photosTask } from '../photos/import-photos.ts';
import { withSheets } from '../tables.ts';
import { BulkDesk } from './bulk-desk.ts';
import { requireJobInSight } from './job-rows.ts';
import { startEdit } from './other-jobs.ts';
import { applyPhotoJob, keepPhotos, previewPhotoJob, startPhotoJob } from './photo-jobs.ts';
import { SheetJobs } from './sheet-jobs.ts';
import { sheetApplyTask, sheetLookTask, sheetPreviewTask } from './sheet-tasks.ts';

const tasks = {
  'bulk-edit': bulkEditTask,
  'bulk-photos': photosTask,
  'sheet-look': sheetLookTask,
  'sheet-preview': sheetPreviewTask,
  'sheet-apply': sheetApplyTask,
} as unknown as Record<string, Task<unknown, unknown>>;

const clerk = actorOf('经办人');
/** The same user after the right to sensitive data was withdrawn, and after the scope was narrowed. */
const withoutSensitive = actorOf('经办人', ['cadre:sensitive']);
const narrowed = actorOf('经办人', [], { kind: 'units', units: [] });

const choice = {
  clearMark: '（清空）',
  keepUnknown: false,
  skipHidden: false,
  otherDate: null,
  rowAnswers: {},
} as const;
const identity = ['name', 'birthDate', 'nationalId'];

async function* file(fileName: string, text: string): AsyncGenerator<UploadedFile> {
  yield { fieldName: 'file', fileName, stream: Readable.from([Buffer.from(text)]) };
}

/** A desk whose tasks run at once, unless `next.task` says what becomes of the next one. */
async function openDesk() {
  const office = await openQueryOffice(30);
  const { store } = office;
  const quiet = { progress: () => {}, signal: new AbortController().signal };
  const next: { task: (() => Promise<never>) | null } = { task: null };
  const runTask: TaskRunner = async <Result>(name: string, input: unknown) =>
    (await (next.task?.() ?? tasks[name]?.(store, input, quiet))) as Result;
  const dataFolder = mkdtempSync(join(tmpdir(), 'cadre-desk-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const desk = new BulkDesk({ store, runTask, dataFolder, report: () => {} });
  const jobs = new SheetJobs(store, desk);
  const settled = async (id: string) => {
    const state = async () => (await desk.status(clerk, id)).state;
    await expect.poll(state, { timeout: 10_000 }).not.toMatch(/looking|checking|applying/);
    return desk.status(clerk, id);
  };
  const uploaded = async (id: string, text: string) => {
    await jobs.upload(clerk, id, file('名册.csv', text));
    return settled(id);
  };
  const previewed = async (id: string, mapping: readonly string[] = identity) => {
    await jobs.preview(clerk, id, { ...choice, mapping });
    return settled(id);
  };
  return { office, store, desk, jobs, next, settled, uploaded, previewed };
}

const person = { name: '何其芳', birthDate: '1972-11', nationalId: '110101197211054215' };
const emptied = '姓名,出生日期,公民身份号码\n何其芳,1972.11,（清空）\n';

const found = async (store: Store) => {
  const db = withSheets(store.db);
  return [
    ...(await db.selectFrom('bulk_changes').select('lines as text').execute()),
    ...(await db.selectFrom('bulk_errors').select('value as text').execute()),
  ].map(({ text }) => text);
};

describe('what a preview found', { timeout: 60_000 }, () => {
  it.each([
    ['while it is made anew', 'checking', () => new Promise<never>(() => {})],
    ['when making it anew fails', 'mapping', () => Promise.reject(new Error('ended early'))],
  ])('with more rights is shown to nobody with fewer %s', async (_when, state, ending) => {
    const { office, store, desk, jobs, next, uploaded, previewed } = await openDesk();
    await office.add({ A01: [person] });
    const { id } = await jobs.start(clerk, 'A01');
    await uploaded(id, emptied);
    expect(await previewed(id)).toMatchObject({ state: 'ready', counts: { updated: 1 } });
    expect((await found(store)).join('')).toContain(person.nationalId);
    await expect(requireJobInSight(store, narrowed, id)).rejects.toMatchObject({ code: 'rights-withdrawn' });
    next.task = ending;
    const status = await jobs.preview(narrowed, id, { ...choice, mapping: identity });
    expect(status.counts.updated).toBe(0);
    await expect.poll(async () => (await desk.status(clerk, id)).state, { timeout: 10_000 }).toBe(state);
    await requireJobInSight(store, narrowed, id);
    expect(await found(store)).toEqual([]);
  });

  it('goes with its marked copy when another file comes', async () => {
    const { office, store, jobs, uploaded, previewed } = await openDesk();
    await office.add({ A01: [person] });
    const { id } = await jobs.start(clerk, 'A01');
    await uploaded(id, '姓名,出生日期,公民身份号码\n何其芳,1972.11,110101197211054216\n');
    expect(await previewed(id)).toMatchObject({ state: 'ready', counts: { refused: 1 } });
    const { data } = await jobs.marked(clerk, id);
    if (data instanceof Readable) data.destroy();
    expect(await uploaded(id, emptied)).toMatchObject({ state: 'mapping', counts: { refused: 0 } });
    expect(await found(store)).toEqual([]);
    expect(await previewed(id)).toMatchObject({ state: 'ready', counts: { refused: 0 } });
    await expect(jobs.marked(clerk, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a step of a job', { timeout: 60_000 }, () => {
  it('is for jobs of its kind alone', async () => {
    const { office, store, desk, jobs, settled } = await openDesk();
    const ids = [await office.add({ A01: [person] })];
    const edit = { kind: 'append', value: '乙' } as const;
    const body = { set: 'A01', field: 'remark', edit, where: null, ids };
    const { id } = await startEdit(store, desk, withoutSensitive, body);
    expect(await settled(id)).toMatchObject({ state: 'ready' });
    const stepsOf = (actor: Actor) => [
      () => jobs.upload(actor, id, file('名册.csv', emptied)),
      () => jobs.choose(actor, id, { sheet: 0, headRow: 1 }),
      () => jobs.preview(actor, id, { ...choice, mapping: identity }),
      () => jobs.apply(actor, id, true),
      () => keepPhotos(desk, actor, id, file('a.jpg', '')),
      () => previewPhotoJob(desk, actor, id, true),
      () => applyPhotoJob(desk, actor, id),
    ];
    for (const step of [...stepsOf(clerk), ...stepsOf(withoutSensitive)])
      await expect(step()).rejects.toMatchObject({ code: 'not-found' });
    expect(await desk.status(clerk, id)).toMatchObject({ state: 'ready', counts: { updated: 1 } });
  });

  it('needs the right to sensitive data as its start does', async () => {
    const { office, desk, jobs, uploaded, previewed } = await openDesk();
    await office.add({ A01: [person] });
    const { id } = await jobs.start(clerk, 'A01');
    await uploaded(id, emptied);
    await previewed(id);
    const photos = await startPhotoJob(desk, clerk);
    const steps = [
      () => jobs.start(withoutSensitive, 'A01'),
      () => jobs.upload(withoutSensitive, id, file('名册.csv', emptied)),
      () => jobs.choose(withoutSensitive, id, { sheet: 0, headRow: 1 }),
      () => jobs.preview(withoutSensitive, id, { ...choice, mapping: identity }),
      () => jobs.apply(withoutSensitive, id, true),
      () => startPhotoJob(desk, withoutSensitive),
      () => keepPhotos(desk, withoutSensitive, photos.id, file('a.jpg', '')),
      () => previewPhotoJob(desk, withoutSensitive, photos.id, true),
      () => applyPhotoJob(desk, withoutSensitive, photos.id),
    ];
    for (const step of steps) await expect(step()).rejects.toMatchObject({ code: 'forbidden' });
    expect((await desk.status(clerk, id)).state).toBe('ready');
  });
});

describe('a file that is still being uploaded', { timeout: 60_000 }, () => {
  it('comes too late for a job that was written meanwhile: it stays done and can be undone', async () => {
    const { office, desk, jobs, settled, uploaded, previewed } = await openDesk();
    await office.add({ A01: [person] });
    const { id } = await jobs.start(clerk, 'A01');
    await uploaded(id, emptied);
    await previewed(id);
    async function* slow(): AsyncGenerator<UploadedFile> {
      await jobs.apply(clerk, id, true);
      await settled(id);
      yield* file('另一份.csv', emptied);
    }
    await expect(jobs.upload(clerk, id, slow())).rejects.toMatchObject({ code: 'bulk-state' });
    const status = await desk.status(clerk, id);
    expect(status).toMatchObject({ state: 'done', counts: { updated: 1 } });
    expect(status.change).not.toBeNull();
  });
});

describe('writing what a preview of a sheet showed', { timeout: 60_000 }, () => {
  it('is refused when a name has come to mean another unit since', async () => {
    const { office, store, jobs, settled, uploaded, previewed } = await openDesk();
    const { units } = await readUnitTree(store);
    const [one, other] = units.filter(({ depth }) => depth === 2);
    if (!one || !other) throw new Error('the sample district has units');
    const subject = await office.add({ A01: [person] });
    const { id } = await jobs.start(clerk, 'A01');
    await uploaded(id, `姓名,出生日期,统计关系所在单位\n何其芳,1972.11,${one.name}\n`);
    const mapping = ['name', 'birthDate', 'statisticalOrgCode'];
    expect(await previewed(id, mapping)).toMatchObject({ state: 'ready', counts: { updated: 1 } });
    await renameUnits(store, { [one.id]: '某某旧机构', [other.id]: one.name });
    await jobs.apply(clerk, id, true);
    const refused = await settled(id);
    expect(refused).toMatchObject({ state: 'ready', change: null });
    expect(refused.message).toContain('请重新生成预览');
    const unitOf = async () =>
      (await readSubject(store.db, subject))['A01']?.rows[0]?.['statisticalOrgCode'] ?? null;
    expect(await unitOf()).toBeNull();
    expect(await previewed(id, mapping)).toMatchObject({ state: 'ready', counts: { updated: 1 } });
    await jobs.apply(clerk, id, true);
    expect(await settled(id)).toMatchObject({ state: 'done' });
    expect(await unitOf()).toBe(other.id);
  });

  it('goes through where a record is new', async () => {
    const { office, store, jobs, settled, uploaded, previewed } = await openDesk();
    const subject = await office.add({ A01: [person] });
    const { id } = await jobs.start(clerk, 'A15');
    await uploaded(id, '姓名,出生年月,考核年份,考核等次\n何其芳,1972.11,2023,优秀\n');
    expect(await previewed(id, ['@name', '@birth', 'year', 'resultCode'])).toMatchObject({
      counts: { created: 1 },
    });
    await jobs.apply(clerk, id, true);
    expect(await settled(id)).toMatchObject({ state: 'done' });
    expect((await readSubject(store.db, subject))['A15']?.rows).toMatchObject([{ year: '2023' }]);
  });
});

async function renameUnits(store: Store, names: Readonly<Record<string, string>>): Promise<void> {
  const stored = await readMany(store.db, Object.keys(names), ['B01']);
  const edits = Object.entries(names).map(([subject, name]) => {
    const { version = 0, rows = [] } = stored.get(subject)?.['B01'] ?? {};
    const renamed = rows.map((row) => ({ ...row, name, shortName: name }));
    return {
      subject,
      kind: 'unit',
      event: 'update',
      sets: { B01: { expectedVersion: version, rows: renamed } },
    } as const;
  });
  await applyChange(store, { actor: clerk, origin: 'web', summary: '更名' }, edits);
}
