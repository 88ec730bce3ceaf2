import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  permissions,
  type Actor,
  type Operation,
  type OperationInput,
  type OperationOutput,
  type Permission,
} from '#platform/model';
import { apiPrefix, buildServer, undoChange, verifyJournal } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { applyReorganization, previewReorganization, type ReorganizationStep } from '#modules/reorganization';
import { createModules } from '../../server/modules.ts';
import { openStore } from '../../server/open-store.ts';
import { taskRunner } from '../../server/run-task.ts';

/**
 * Merges departments into a new one until so many people are moved, by the routes of the program over a sample store, and
 * takes it back. Prints what `suites/reorganization.ts` reads.
 */
// As the server does; its tasks start with what was compiled before.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled'));

const { positionals } = parseArgs({ allowPositionals: true });
const [folder = '', wanted = '2000'] = positionals;
const clerk: Actor = {
  id: 'clerk',
  name: '经办人',
  permissions: new Set(Object.keys(permissions) as Permission[]),
  scope: { kind: 'everything' },
};

const store = await openStore(folder);
const modules = createModules(store, taskRunner(folder), folder, () => {});
const server = await buildServer({
  routes: modules.routes,
  authenticate: async () => clerk,
  version: '0.0.0',
  log: () => {},
});

interface Timed<T> {
  readonly seconds: number;
  readonly answer: T;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const began = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - began) / 1000, answer };
}

async function ask<O extends Operation>(operation: O, input: OperationInput<O>): Promise<OperationOutput<O>> {
  const { body } = input as { body: object };
  const answer = await server.inject({
    method: operation.method,
    url: apiPrefix + operation.path,
    headers: { cookie: 'cadre-session=clerk' },
    payload: body,
  });
  if (answer.statusCode !== 200) throw new Error(`${operation.id}: ${answer.body}`);
  return answer.json() as OperationOutput<O>;
}

flushCompileCache();
const tree = await readUnitTree(store);
/** Departments and towns: legal units directly below one that is none of them. */
const departments = tree.units.filter(
  ({ kindCode, parent, abolished }) =>
    kindCode === '1' && !abolished && parent !== null && tree.find(parent)?.kindCode !== '1',
);

function planOf(count: number) {
  const units = departments.slice(0, count).map(({ id }) => id);
  const steps: ReorganizationStep[] = [
    {
      kind: 'create',
      key: 'new-1',
      name: '合并后的机构',
      shortName: '',
      parent: null,
      levelCode: null,
      kindCode: '1',
    },
    { kind: 'merge', units, into: 'new-1', offices: 'move' },
  ];
  return { on: '2026-03-20', documentNo: '样委发〔2026〕5号', steps };
}

/** The fewest departments with so many people. */
let [few, many] = [0, departments.length];
while (many - few > 1) {
  const middle = Math.ceil((few + many) / 2);
  const { counts } = await ask(previewReorganization, { body: { plan: planOf(middle) } });
  if (counts.people < Number(wanted)) few = middle;
  else many = middle;
}
const plan = planOf(many);
const preview = await timed(() => ask(previewReorganization, { body: { plan } }));
const { fingerprint, counts } = preview.answer;
const apply = await timed(() => ask(applyReorganization, { body: { plan, fingerprint, confirmed: true } }));
const undo = await timed(() => undoChange(store, { actor: clerk }, apply.answer.change));
const again = await ask(previewReorganization, { body: { plan } });
const isWhole = (await verifyJournal(store)).ok;
console.log(
  JSON.stringify({
    people: apply.answer.people,
    units: apply.answer.units,
    preview: preview.seconds,
    apply: apply.seconds,
    undo: undo.seconds,
    agree:
      isWhole &&
      counts.people >= Number(wanted) &&
      apply.answer.people === counts.people &&
      again.counts.people === counts.people,
  }),
);
await server.close();
await store.db.destroy();
