import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { permissions, type Actor, type DataScope, type Permission } from '#platform/model';
import { apiPrefix, applyChange, buildServer, readSubject, type Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { predefinedRosters } from '#modules/rosters';
import { standardTables } from '#modules/statistics';
import { createModules } from '../../server/modules.ts';
import { openStore } from '../../server/open-store.ts';
import { taskRunner } from '../../server/run-task.ts';
import { cadre } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';

const folder = join(tempFolder(), 'data');
const all = Object.keys(permissions) as Permission[];
const everything: DataScope = { kind: 'everything' };
/** The one who calls, with the rights of the moment. */
let caller: Actor;
let store: Store;
let server: Awaited<ReturnType<typeof buildServer>>;

function become(without: readonly Permission[] = [], scope = everything): void {
  const held = new Set(all.filter((each) => !without.includes(each)));
  caller = { id: 'li', name: '李', permissions: held, scope };
}

beforeAll(async () => {
  const sample = await cadre('sample', '--persons', '120', '--data', folder);
  if (sample.code !== 0) throw new Error(sample.err);
  store = await openStore(folder);
  const modules = createModules(store, taskRunner(folder), folder, () => {});
  await modules.recover();
  server = await buildServer({
    routes: modules.routes,
    authenticate: async () => caller,
    version: '0.0.0',
    log: () => {},
  });
  afterAll(async () => {
    await server.close();
    await store.db.destroy();
  });
}, 60_000);

async function call(method: 'GET' | 'POST', path: string, payload?: object) {
  const headers = { cookie: 'cadre-session=any' };
  const url = apiPrefix + path;
  const answer = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const isJson = String(answer.headers['content-type']).startsWith('application/json;');
  return { status: answer.statusCode, body: isJson ? answer.json() : {} };
}

/** Begins an export, waits for its end and tells where its file is. */
async function made(path: string, payload: object, job: string, file: string): Promise<string> {
  const { status, body } = await call('POST', path, payload);
  expect({ status, body }).toMatchObject({ status: 200 });
  await until(
    async () => (await call('GET', `${job}/${body.id}`)).body,
    ({ state }: { state: string }) => !['running', 'applying', 'uploading'].includes(state),
  );
  return `${job}/${body.id}/${file}`;
}

it('a file is handed out only with the rights with which it was made', { timeout: 60_000 }, async () => {
  become();
  const [roster] = predefinedRosters;
  const [table] = standardTables;
  const form = { kind: 'table', format: 'xlsx' };
  const counted = await call('POST', '/statistics/export', { table: table?.id, format: 'xlsx' });
  const quotas = await call('POST', '/quotas/export', { table: 'teams', format: 'xlsx' });
  const files = [
    await made('/exports', { format: 'jsonl' }, '/exports', 'file'),
    await made('/rosters/exports', { source: { roster }, form }, '/rosters/exports', 'file'),
    await made('/bulk-jobs/exports', { set: 'A08' }, '/bulk-jobs', 'export'),
    `/statistics/export/${counted.body.file}`,
    `/quotas/files/${quotas.body.file}`,
  ];
  const outcomes = async () => {
    const answers: string[] = [];
    for (const file of files) {
      const { status, body } = await call('GET', file);
      answers.push(`${status} ${body.error?.code ?? ''}`.trim());
    }
    return answers;
  };
  expect(await outcomes()).toEqual(files.map(() => '200'));
  become(['cadre:sensitive']);
  expect(await outcomes()).toEqual(files.map(() => '403 rights-withdrawn'));
  become([], { kind: 'units', units: [] });
  expect(await outcomes()).toEqual(files.map(() => '403 rights-withdrawn'));
  become(['user:manage']);
  expect(await outcomes()).toEqual(files.map(() => '200'));
});

it(
  'more units do no harm; a unit that a reorganization takes out of the scope does',
  { timeout: 60_000 },
  async () => {
    const { units, within } = await readUnitTree(store);
    const moved = units.find(({ depth }) => depth === 2)?.id ?? '';
    const parent = units.find(({ id }) => id === moved)?.parent ?? '';
    const elsewhere = units.find(({ id, depth }) => depth === 1 && id !== parent)?.id ?? '';
    expect(within(parent)).toContain(moved);
    const file = async () =>
      (await call('POST', '/quotas/export', { table: 'teams', format: 'xlsx' })).body.file;
    const fetched = async (id: string) => {
      const { status, body } = await call('GET', `/quotas/files/${id}`);
      return body.error?.code ?? status;
    };
    become([], { kind: 'units', units: [moved] });
    const narrow = await file();
    become([], { kind: 'units', units: [parent] });
    const wide = await file();
    expect([await fetched(narrow), await fetched(wide)]).toEqual([200, 200]);
    const stored = (await readSubject(store.db, moved))['B01'];
    const rows = (stored?.rows ?? []).map((row) => ({ ...row, parentOrgCode: elsewhere }));
    await applyChange(store, { actor: caller, origin: 'web', summary: '调整隶属关系' }, [
      {
        subject: moved,
        kind: 'unit',
        event: 'update',
        sets: { B01: { expectedVersion: stored?.version ?? 0, rows } },
      },
    ]);
    expect([await fetched(narrow), await fetched(wide)]).toEqual(['rights-withdrawn', 'rights-withdrawn']);
    become([], { kind: 'units', units: [elsewhere] });
    expect(await fetched(narrow)).toBe(200);
  },
);
