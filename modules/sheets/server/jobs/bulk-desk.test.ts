import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CadreError } from '#platform/model';
import { readSubject, type JobTools, type TaskRunner } from '#platform/server';
import type { BulkStatus } from '#modules/sheets';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { bulkEditTask, type EditInput } from '../edit/edit-tasks.ts';
import { BulkDesk } from './bulk-desk.ts';
import { applyEdit, startEdit } from './other-jobs.ts';

/** What happens to a process that writes: before its change appears, or after that and before it can say so. */
type Ending = (write: (tools: JobTools) => Promise<unknown>, signal: AbortSignal) => Promise<unknown>;

const cancelled = () => new CadreError('cancelled', 409, '操作已取消。');
const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
const quiet = { progress: () => {}, signal: new AbortController().signal };

const endings = {
  'dies before its change appears': () => Promise.reject(new Error('ended early')),
  'dies after its change has appeared': async (write) => {
    await write(quiet);
    throw new Error('ended early');
  },
  'is stopped before its change appears': async (write, signal) => {
    await aborted(signal);
    return write({ ...quiet, signal });
  },
  'is stopped after its change has appeared': async (write, signal) => {
    await write(quiet);
    await aborted(signal);
    throw cancelled();
  },
  'goes down with the server before its change appears': () => new Promise(() => {}),
  'goes down with the server after its change has appeared': async (write) => {
    await write(quiet);
    return new Promise(() => {});
  },
} satisfies Record<string, Ending>;

/** A desk with an edit that was previewed, and what becomes of the edit's process when it writes. */
async function ready(ending: Ending = (write) => write(quiet)) {
  const office = await openQueryOffice(5);
  const { store } = office;
  const person = await office.add({ A01: [{ name: '何其芳', remark: '甲' }] });
  const actor = actorOf('经办人');
  const runTask: TaskRunner = async <Result>(
    _name: string,
    input: unknown,
    { signal = quiet.signal }: { readonly signal?: AbortSignal },
  ) => {
    const edit = input as EditInput;
    const write = (tools: JobTools) => bulkEditTask(store, edit, tools);
    return (await (edit.expected === null ? write(quiet) : ending(write, signal))) as Result;
  };
  const dataFolder = mkdtempSync(join(tmpdir(), 'cadre-desk-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const tools = { store, runTask, dataFolder, report: () => {} };
  const desk = new BulkDesk(tools);
  const edit = { kind: 'append', value: '乙' } as const;
  const { id } = await startEdit(store, desk, actor, {
    set: 'A01',
    field: 'remark',
    edit,
    where: null,
    ids: [person],
  });
  const settled = async (state: BulkStatus['state']): Promise<void> => {
    await expect.poll(async () => (await desk.status(actor, id)).state, { timeout: 10_000 }).toBe(state);
  };
  await settled('ready');
  const remark = async () => (await readSubject(store.db, person))['A01']?.rows[0]?.['remark'];
  return { store, desk, actor, id, settled, remark, recovered: () => new BulkDesk(tools) };
}

/** The same, and the edit has begun to write. */
async function begun(ending: Ending) {
  const work = await ready(ending);
  await applyEdit(work.store, work.desk, work.actor, work.id);
  return work;
}

it('a step whose beginning cannot be noted may be tried again', { timeout: 60_000 }, async () => {
  const { store, desk, actor, id, settled, remark } = await ready();
  await sql`create trigger full_disk before update on bulk_jobs begin select raise(abort, 'no room'); end`.execute(
    store.db,
  );
  await expect(applyEdit(store, desk, actor, id)).rejects.toThrow('no room');
  await sql`drop trigger full_disk`.execute(store.db);
  await applyEdit(store, desk, actor, id);
  await settled('done');
  expect(await remark()).toBe('甲乙');
});

describe('work whose process', { timeout: 60_000 }, () => {
  it.each<keyof typeof endings>([
    'dies after its change has appeared',
    'is stopped after its change has appeared',
    'goes down with the server after its change has appeared',
  ])('%s is done, and says so', async (ending) => {
    const { desk, actor, id, settled, remark, recovered } = await begun(endings[ending]);
    await expect.poll(remark, { timeout: 10_000 }).toBe('甲乙');
    let current = desk;
    if (ending.startsWith('is stopped')) await desk.cancel(actor, id);
    if (ending.startsWith('goes down')) {
      current = recovered();
      await current.recover();
    } else await settled('done');
    const status = await current.status(actor, id);
    expect(status).toMatchObject({ state: 'done', message: '停止之前已经写入完成。如不需要，请撤销。' });
    expect(status.change).toMatch(/^[0-9a-f-]{36}$/);
    expect(status.counts.updated).toBe(1);
  });

  it.each<[keyof typeof endings, BulkStatus['state'], string]>([
    ['dies before its change appears', 'ready', '没有写入任何内容'],
    ['is stopped before its change appears', 'cancelled', ''],
    ['goes down with the server before its change appears', 'failed', '没有写入任何内容'],
  ])('%s has written nothing, and says so', async (ending, state, words) => {
    const { desk, actor, id, settled, remark, recovered } = await begun(endings[ending]);
    let current = desk;
    if (ending.startsWith('is stopped')) await desk.cancel(actor, id);
    if (ending.startsWith('goes down')) {
      current = recovered();
      await current.recover();
    } else await settled(state);
    expect(await current.status(actor, id)).toMatchObject({ state, change: null });
    expect((await current.status(actor, id)).message).toContain(words);
    expect(await remark()).toBe('甲');
  });
});
