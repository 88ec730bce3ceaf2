import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { buildServer, journalPosition, verifyJournal, type Store, type TaskRunner } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { reorganizationRoutes } from '#modules/reorganization/server';
import {
  applyReorganization,
  previewReorganization,
  reorganizationPlan,
  type ReorganizationPreview,
} from '#modules/reorganization';
import { createQueryTables } from '#modules/query/server';
import { openStore } from '../../server/open-store.ts';
import { taskRunner } from '../../server/run-task.ts';
import { operator } from '../../cli/command.ts';
import { root } from '../support/source-files.ts';
import { cadreJson } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

const data = tempFolder();

/** How many subjects work that is not published yet has written. */
async function underWay(store: Store): Promise<number> {
  const found = await store.db
    .selectFrom('draft_subjects')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(found.count);
}

/** Runs a task in its process, which is ended by force as soon as it has written so many subjects. */
function killedAt(store: Store, subjects: number): TaskRunner {
  return async (task, input) => {
    const child = fork(join(root, 'server', 'task-process.ts'), { serialization: 'advanced' });
    const ended = once(child, 'exit');
    child.send({ kind: 'start', input: { dataFolder: data, task, input } });
    while ((await underWay(store)) < subjects && child.exitCode === null) await pause(1);
    child.kill('SIGKILL');
    const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
    throw new Error(`the task was ended by ${signal ?? 'itself'}`);
  };
}

it(
  'a reorganization that is killed leaves everything as it was, and can be carried out again',
  { timeout: 180_000 },
  async () => {
    await cadreJson(0, 'sample', '--persons', '2600', '--data', data);
    const store = await openStore(data);
    let run: TaskRunner = killedAt(store, 200);
    const server = await buildServer({
      routes: reorganizationRoutes(store, createQueryTables(store), (...asked) => run(...asked)),
      authenticate: async () => operator,
      version: '0.0.0',
      log: () => {},
    });
    const ask = async (path: string, payload: object) => {
      const headers = { cookie: 'cadre-session=operator' };
      const answer = await server.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload });
      return {
        status: answer.statusCode,
        body: answer.json() as ReorganizationPreview & Record<string, unknown>,
      };
    };
    const tree = await readUnitTree(store);
    const towns = tree.units.filter(
      ({ shortName, kindCode }) => kindCode === '1' && /(?:镇|乡|街道)$/.test(shortName),
    );
    const into = towns[0]?.id ?? '';
    const units = towns.slice(1).map(({ id }) => id);
    const steps = [{ kind: 'merge' as const, units, into, offices: 'move' as const }];
    const plan = reorganizationPlan.parse({ on: '2026-03-20', steps });
    const before = await ask(previewReorganization.path, { plan });
    expect(before.body.counts.people).toBeGreaterThan(200);
    const position = await journalPosition(store.db);
    const { fingerprint } = before.body;
    const killed = await ask(applyReorganization.path, { plan, fingerprint, confirmed: true });
    expect(killed.status).toBe(500);
    expect(await underWay(store)).toBeGreaterThanOrEqual(200);
    expect(await journalPosition(store.db)).toBe(position);
    expect(await ask(previewReorganization.path, { plan })).toMatchObject({ body: { fingerprint } });
    expect((await readUnitTree(store)).units).toEqual(tree.units);
    expect((await verifyJournal(store)).ok).toBe(true);
    run = taskRunner(data);
    const done = await ask(applyReorganization.path, { plan, fingerprint, confirmed: true });
    expect([done.status, done.body['people']]).toEqual([200, before.body.counts.people]);
    expect(await journalPosition(store.db)).toBe(position + 1);
    await server.close();
    await store.db.destroy();
  },
);
