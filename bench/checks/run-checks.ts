import { checkAll, CheckBoard, summarize, faultsOfPerson } from '#modules/checks/server';
import { createQueryTables } from '#modules/query/server';
import { applyChange, readMany, rowsOf } from '#platform/server';
import { operator } from '../../cli/command.ts';
import { openStore } from '../../server/open-store.ts';
import { taskRunner } from '../../server/run-task.ts';

/** Checks everybody of a data folder as the server does, then people whom changes touch. Prints JSON. */
const [folder = ''] = process.argv.slice(2);
const store = await openStore(folder);
const tables = createQueryTables(store);
await tables.current();
await tables.maintain();

const clock = async <T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> => {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
};
const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.trunc(times.length / 2)] ?? 0;

const board = new CheckBoard(store, taskRunner(folder));
const all = await clock(() => board.current());
const first = await clock(() => summarize(store, tables, board, operator));
const again = await clock(() => summarize(store, tables, board, operator));

const people = await store.db
  .selectFrom('subjects')
  .select('id')
  .where('kind', '=', 'person')
  .orderBy('id')
  .limit(40)
  .execute();
const times: Record<'board' | 'person' | 'summary', number[]> = { board: [], person: [], summary: [] };
let agree = true;
for (const { id } of people) {
  const stored = (await readMany(store.db, [id], ['A01'])).get(id) ?? {};
  const rows = (rowsOf(stored)['A01'] ?? []).map((row) => ({
    ...row,
    workStartDate: row['workStartDate'] === '1899-01' ? '1898-01' : '1899-01',
  }));
  const edit = { expectedVersion: stored['A01']?.version ?? 0, rows };
  await applyChange(store, { actor: operator, origin: 'cli', summary: '校核测试' }, [
    { subject: id, kind: 'person', event: 'update', sets: { A01: edit } },
  ]);
  const followed = await clock(() => board.current());
  times.board.push(followed.ms);
  agree &&= followed.result.byPerson.get(id)?.includes('work-too-early-than-birth') === true;
  times.person.push((await clock(() => faultsOfPerson(store, tables, board, operator, id))).ms);
  times.summary.push((await clock(() => summarize(store, tables, board, operator))).ms);
}
let lines = 0;
const listed = await clock(async () => {
  for await (const _line of checkAll(store, tables, operator, {})) lines += 1;
});
console.log(
  JSON.stringify({
    people: first.result.people,
    faulty: all.result.byPerson.size,
    lines,
    agree,
    seconds: all.ms / 1000,
    first: first.ms,
    again: again.ms,
    board: median(times.board),
    person: median(times.person),
    summary: median(times.summary),
    listed: listed.ms / 1000,
  }),
);
await store.db.destroy();
