import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeLrmx } from '#documents/formats';
import { permissions, type Actor, type DataScope, type Permission } from '#platform/model';
import { apiPrefix, applyChange, buildServer, readSubject, type Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { predefinedRosters } from '#modules/rosters';
import { standardTables } from '#modules/statistics';
import { createModules } from '../../server/modules.ts';
import { openStore } from '../../server/open-store.ts';
import { taskRunner } from '../../server/run-task.ts';
import { smallForm } from '../support/invented-forms.ts';
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

async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) {
  const headers = { cookie: 'cadre-session=any' };
  const url = apiPrefix + path;
  // As a browser sends files: the boundary is made with the body.
  const sent = payload instanceof FormData ? new Response(payload) : null;
  const body = sent ? Buffer.from(await sent.arrayBuffer()) : payload;
  const type = sent ? { 'content-type': sent.headers.get('content-type') ?? '' } : {};
  const answer = await server.inject({
    method,
    url,
    headers: { ...headers, ...type },
    ...(body ? { payload: body } : {}),
  });
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

it(
  'the preview of an import is shown, chosen from and written only with the rights with which it was made',
  { timeout: 60_000 },
  async () => {
    become();
    const { id } = (await call('POST', '/imports')).body;
    const files = new FormData();
    for (const name of ['尚子衿', '林疏影'])
      files.append('files', new Blob([writeLrmx(smallForm({ name }))]), `报送/${name}.lrmx`);
    expect((await call('POST', `/imports/${id}/files`, files)).body).toEqual({ files: 2 });
    const read = async () => {
      const { status } = await call('POST', `/imports/${id}/preview`);
      expect(status).toBe(200);
      return until(
        async () => (await call('GET', `/imports/${id}`)).body,
        ({ state }: { state: string }) => state !== 'reading',
      );
    };
    const outcome = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
      const { status, body } = await call(method, `/imports/${id}/${path}`, payload);
      return body.error?.code ?? status;
    };
    const outcomes = async () => [
      await outcome('GET', 'items'),
      await outcome('GET', 'unknown-units'),
      await outcome('PUT', 'items/2', { choice: null }),
    ];
    expect(await read()).toMatchObject({ state: 'ready', counts: { created: 2 } });
    expect(await outcomes()).toEqual([200, 200, 200]);

    become([], { kind: 'units', units: [] });
    const refused = ['rights-withdrawn', 'rights-withdrawn', 'rights-withdrawn'];
    expect(await outcomes()).toEqual(refused);
    expect(await outcome('POST', 'apply', { unit: 'none' })).toBe('rights-withdrawn');
    expect((await call('GET', `/imports/${id}`)).body.state).toBe('ready');

    become(['cadre:sensitive']);
    expect(await outcomes()).toEqual(refused);
    // Reading anew shows nothing more: it asks for the same right.
    expect(await outcome('POST', 'preview')).toBe('forbidden');

    become([], { kind: 'units', units: [] });
    expect((await read()).state).toBe('ready');
    expect(await outcomes()).toEqual([200, 200, 200]);
    become();
    expect(await outcomes()).toEqual([200, 200, 200]);
    expect(await outcome('POST', 'apply', { unit: 'none' })).toBe(200);
  },
);
