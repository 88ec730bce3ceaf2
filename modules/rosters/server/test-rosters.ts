import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Actor, DataScope, Permission } from '#platform/model';
import { permissions } from '#platform/model';
import { buildServer, type Store, type TaskRunner } from '#platform/server';
import { predefinedRosters, type Roster, type RosterExportStatus } from '#modules/rosters';
import { createQueryTables } from '#modules/query/server';
import { buildSampleDistrict } from '../../../server/sample-district.ts';
import { cadreStore } from '../../cadres/server/test-cadres.ts';
import { rosterExportTask, type RosterExportInput } from './export-task.ts';
import { createRosters } from './rosters.ts';

/** An answer as it came: bytes, and the same as JSON where it is some. */
interface Answer<Body> {
  readonly status: number;
  readonly bytes: Buffer;
  readonly body: Body;
}

/** How a refusal travels. */
export interface Refused {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details: Record<string, unknown>;
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A server with this module's routes over invented people; tasks run beside the requests in the same process. */
export interface RosterOffice {
  readonly store: Store;
  send<Body = Refused>(actor: Actor, method: Method, path: string, body?: object): Promise<Answer<Body>>;
  upload<Body = Refused>(
    actor: Actor,
    path: string,
    fileName: string,
    bytes: Uint8Array,
  ): Promise<Answer<Body>>;
  /** Exports and waits for the end; answers the status then. */
  exported(actor: Actor, body: object): Promise<RosterExportStatus>;
}

/** Somebody who acts; with every permission but those left out. */
export function actorOf(
  id: string,
  without: readonly Permission[] = [],
  scope: DataScope = { kind: 'everything' },
): Actor {
  const all = Object.keys(permissions) as Permission[];
  return { id, name: id, permissions: new Set(all.filter((each) => !without.includes(each))), scope };
}

/** One of the books that every office begins with. */
export function predefined(name: string): Roster {
  const roster = predefinedRosters.find((each) => each.name === name);
  if (!roster) throw new Error(`there is no book ${name}`);
  return roster;
}

/** Opens the office with so many people of the sample district; it closes when the test ends. */
export async function openRosterOffice(persons: number): Promise<RosterOffice> {
  const idle = { progress: () => {}, signal: new AbortController().signal };
  const store = await cadreStore({
    name: `district of ${persons} with portraits`,
    fill: (empty) => buildSampleDistrict(empty, { persons, seed: 1 }, idle),
  });
  const folder = mkdtempSync(join(tmpdir(), 'cadre-rosters-'));
  const runTask: TaskRunner = async (_name, input, { onProgress, signal }) => {
    const tools = { progress: onProgress ?? idle.progress, signal: signal ?? idle.signal };
    return (await rosterExportTask(store, input as RosterExportInput, tools)) as never;
  };
  const tables = createQueryTables(store, folder);
  const report = (error: unknown) => process.stderr.write(`${String(error)}\n`);
  const rosters = createRosters({ store, tables, runTask, dataFolder: folder, report });
  await rosters.recover();
  const actors = new Map<string, Actor>();
  const server = await buildServer({
    routes: rosters.routes,
    authenticate: async (token) => actors.get(token ?? '') ?? null,
    version: '0.0.0',
    log: () => {},
  });
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function inject<Body>(
    actor: Actor,
    method: Method,
    path: string,
    headers: Record<string, string>,
    payload?: object,
  ): Promise<Answer<Body>> {
    actors.set(actor.id, actor);
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...headers, cookie: `cadre-session=${actor.id}` },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    return {
      status: answer.statusCode,
      bytes: answer.rawPayload,
      body: (isJson ? JSON.parse(answer.body) : null) as Body,
    };
  }

  const send: RosterOffice['send'] = (actor, method, path, body) => inject(actor, method, path, {}, body);

  return {
    store,
    send,
    async upload(actor, path, fileName, bytes) {
      const edge = 'edge-of-the-parts';
      const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`;
      const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
      return inject(
        actor,
        'POST',
        path,
        { 'content-type': `multipart/form-data; boundary=${edge}` },
        payload,
      );
    },
    async exported(actor, body) {
      const started = await send<RosterExportStatus>(actor, 'POST', '/rosters/exports', body);
      if (started.status !== 200) throw new Error(`refused with ${started.status}`);
      for (;;) {
        const path = `/rosters/exports/${started.body.id}`;
        const { body: status } = await send<RosterExportStatus>(actor, 'GET', path);
        if (status.state !== 'running') return status;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
