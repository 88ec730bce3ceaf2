import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { predefinedRosters, type RosterExportStatus, type RosterForm } from '#modules/rosters';
import type { Store } from '#platform/server';
import { createModules } from '../../server/modules.ts';
import { openStore } from '../../server/open-store.ts';
import { taskRunner } from '../../server/run-task.ts';
import { cadre } from '../support/run-cadre.ts';
import { runApi, type RunningApi } from '../support/running-api.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';

const data = join(tempFolder(), 'data');
const files = join(data, 'rosters');
const pdf: RosterForm = { kind: 'table', format: 'pdf' };
let store: Store;
let api: RunningApi;

beforeAll(async () => {
  const sample = await cadre('sample', '--persons', '4000', '--data', data);
  if (sample.code !== 0) throw new Error(sample.err);
  store = await openStore(data);
  api = await runApi(store, data);
}, 120_000);

afterAll(() => api.close());

const clerk: ReturnType<RunningApi['as']> = (method, path, body) => api.as('clerk')(method, path, body);

/** The files of exports, if there are some. */
function leftBehind(): string[] {
  try {
    return readdirSync(files);
  } catch {
    // No export was begun yet.
    return [];
  }
}

/** The processes that draw for this one. */
function drawing(): number[] {
  const children = readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').map(Number),
  );
  return children.filter((id) => id > 0 && commandOf(id).includes('task-process'));
}

function commandOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    // It has just ended.
    return '';
  }
}

async function status(id: string): Promise<RosterExportStatus> {
  return (await clerk<RosterExportStatus>('GET', `/rosters/exports/${id}`)).body;
}

async function begun(form: RosterForm): Promise<string> {
  const [roster] = predefinedRosters;
  const body = { source: { roster }, form };
  const started = await clerk<RosterExportStatus>('POST', '/rosters/exports', body);
  expect(started.status).toBe(200);
  return started.body.id;
}

/** An export that has drawn some people, and not all. */
async function underWay(): Promise<string> {
  const id = await begun(pdf);
  const { state } = await until(
    () => status(id),
    ({ state: now, done }) => now !== 'running' || done > 0,
  );
  expect(state).toBe('running');
  expect(leftBehind().length).toBeGreaterThan(0);
  return id;
}

/** Exports once more, to the end, and clears up. */
async function expectNextWorks(): Promise<void> {
  const id = await begun({ kind: 'table', format: 'xlsx' });
  const { state, size } = await until(
    () => status(id),
    (now) => now.state !== 'running',
  );
  expect(state).toBe('done');
  expect(size).toBeGreaterThan(100_000);
  expect(leftBehind()).toEqual([id]);
  expect((await clerk('DELETE', `/rosters/exports/${id}`)).status).toBe(200);
  expect(leftBehind()).toEqual([]);
}

describe('an export of a roster', { timeout: 120_000 }, () => {
  it('that is stopped leaves nothing behind: no file, no entry, no process', async () => {
    const id = await underWay();
    expect((await clerk('DELETE', `/rosters/exports/${id}`)).status).toBe(200);
    expect(leftBehind()).toEqual([]);
    expect((await clerk('GET', `/rosters/exports/${id}`)).status).toBe(404);
    expect((await clerk('GET', '/rosters/exports')).body).toEqual({ exports: [] });
    await until(
      async () => drawing(),
      (ids) => ids.length === 0,
    );
    await expectNextWorks();
  });

  it('whose process is killed says so, leaves no half file, and does not block the next', async () => {
    const id = await underWay();
    const [process_] = drawing();
    expect(process_).toBeDefined();
    process.kill(process_ ?? 0, 'SIGKILL');
    const failed = await until(
      () => status(id),
      ({ state }) => state !== 'running',
    );
    expect(failed.state).toBe('failed');
    expect(failed.message).toContain('请重试');
    expect(leftBehind()).toEqual([]);
    expect((await clerk('GET', `/rosters/exports/${id}/file`)).status).toBe(404);
    await expectNextWorks();
    expect((await clerk('DELETE', `/rosters/exports/${id}`)).status).toBe(200);
  });

  it('whose server was killed is cleared away when the server starts again', async () => {
    const id = await begun({ kind: 'table', format: 'xlsx' });
    await until(
      () => status(id),
      ({ state }) => state === 'done',
    );
    // What a server that is killed in the midst leaves: an entry, half a file, the rows read so far.
    await store.db
      .withTables<{ roster_exports: { id: string; state: string } }>()
      .updateTable('roster_exports')
      .set({ state: 'running' })
      .where('id', '=', id)
      .execute();
    for (const name of [`${id}.rows`, 'belongs-to-nothing', 'belongs-to-nothing.rows'])
      writeFileSync(join(files, name), 'half');
    await createModules(store, taskRunner(data), data, () => {}).recover();
    expect(leftBehind()).toEqual([]);
    expect((await clerk('GET', `/rosters/exports/${id}`)).status).toBe(404);
    await expectNextWorks();
  });
});
