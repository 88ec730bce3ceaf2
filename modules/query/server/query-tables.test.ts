import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dateKey, type Engine, type MutableDataset, type Question } from '#engine';
import { newId } from '#platform/model';
import { applyChange, undoChange, type Store } from '#platform/server';
import { cadreStore } from '../../cadres/server/test-cadres.ts';
import { createQueryTables } from './query-tables.ts';
import { readSnapshotFile, writeSnapshotFile } from './snapshot-file.ts';

const author = { actor: { id: 'u', name: '测试员' }, origin: 'web', summary: '测试' } as const;

function idsOf(engine: Engine, question: Question): readonly string[] {
  const asking = { question, asOf: dateKey('2026-11-25') ?? 0, scope: null, hideSensitive: false };
  return engine.ask(asking, (found) => found.ids([{ field: 'A01.name' }], 0, found.count));
}

const named = (name: string): Question => ({ where: { op: 'in', field: 'A01.name', values: [name] } });

async function add(store: Store, name: string): Promise<{ id: string; change: string }> {
  const id = newId();
  const { id: change } = await applyChange(store, author, [
    {
      subject: id,
      kind: 'person',
      event: 'create',
      sets: { A01: { expectedVersion: 0, rows: [{ id: newId(), name, personStatusCode: '1' }] } },
    },
  ]);
  return { id, change };
}

it('follows every change: somebody new, somebody renamed, an undo, an undo of the undo', async () => {
  const store = await cadreStore();
  const tables = createQueryTables(store);
  expect(idsOf(await tables.current(), named('赵一'))).toEqual([]);
  const { id, change } = await add(store, '赵一');
  expect(idsOf(await tables.current(), named('赵一'))).toEqual([id]);
  const undone = await undoChange(store, author, change);
  expect(idsOf(await tables.current(), named('赵一'))).toEqual([]);
  await undoChange(store, author, undone.id);
  expect(idsOf(await tables.current(), named('赵一'))).toEqual([id]);
});

it('answers the same whether the tables followed the changes or were made after them', async () => {
  const store = await cadreStore();
  const followed = createQueryTables(store);
  await followed.current();
  for (const name of ['钱二', '孙三', '李四']) await add(store, name);
  const made = createQueryTables(store);
  expect(idsOf(await followed.current(), {})).toEqual(idsOf(await made.current(), {}));
});

it('reads the tables back from their file and follows from there; a file that does not fit is passed over', async () => {
  const store = await cadreStore();
  const folder = mkdtempSync(join(tmpdir(), 'cadre-snapshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { id } = await add(store, '周五');
  const tables = createQueryTables(store);
  const engine = await tables.current();
  const { seq, id: change } = await store.db
    .selectFrom('changes')
    .select(['seq', 'id'])
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  const stamp = { position: seq, change, textRules: 1 };
  expect(await writeSnapshotFile(folder, engine.dataset as MutableDataset, stamp)).toBe(true);
  expect(readdirSync(folder)).toHaveLength(1);
  const later = await add(store, '吴六');
  const again = createQueryTables(store, folder);
  expect((await readSnapshotFile(folder, again.schema, {}))?.stamp).toEqual(stamp);
  expect(idsOf(await again.current(), {})).toEqual(expect.arrayContaining([id, later.id]));

  const [file = ''] = readdirSync(folder);
  truncateSync(join(folder, file), 5_000);
  expect(await readSnapshotFile(folder, again.schema, {})).toBeNull();
  expect(idsOf(await createQueryTables(store, folder).current(), named('吴六'))).toEqual([later.id]);
});

it('has no half of a change that is committed while another one is read', async () => {
  const store = await cadreStore();
  // More than are read at once.
  const ids = Array.from({ length: 501 }, () => newId());
  let version = 0;
  const nameAll = async (name: string): Promise<void> => {
    const edits = ids.map((subject) => {
      const rows = [{ id: newId(), name, personStatusCode: '1' }];
      return {
        subject,
        kind: 'person' as const,
        event: version === 0 ? ('create' as const) : ('update' as const),
        sets: { A01: { expectedVersion: version, rows } },
      };
    });
    await applyChange(store, author, edits);
    version += 1;
  };
  let meanwhile: (() => Promise<void>) | null = null;
  const db = store.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const work = meanwhile;
      if (!work || result.rows[0]?.['set_code'] === undefined) return result;
      meanwhile = null;
      await work();
      return result;
    },
  });
  const tables = createQueryTables({ ...store, db });
  await tables.current();
  await nameAll('赵一');
  meanwhile = () => nameAll('钱二');
  const engine = await tables.current();
  expect(meanwhile).toBeNull();
  expect(idsOf(engine, named('赵一'))).toEqual([]);
  expect(idsOf(engine, named('钱二'))).toHaveLength(501);
});

it('does without the file where it cannot be written or read, and clears away what was left unfinished', async () => {
  const store = await cadreStore();
  const { id } = await add(store, '郑七');
  const folder = mkdtempSync(join(tmpdir(), 'cadre-snapshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { dataset } = await createQueryTables(store).current();
  const stamp = { position: 1, change: '', textRules: 1 };
  const old = join(folder, 'query-tables.snapshot.1.new');
  writeFileSync(old, '');
  utimesSync(old, 0, 0);
  mkdirSync(join(folder, 'query-tables.snapshot'));
  expect(await writeSnapshotFile(folder, dataset as MutableDataset, stamp)).toBe(false);
  expect(readdirSync(folder)).toEqual(['query-tables.snapshot']);
  expect(await readSnapshotFile(folder, dataset.schema, {})).toBeNull();
  expect(idsOf(await createQueryTables(store, folder).current(), {})).toEqual([id]);
  expect(await writeSnapshotFile(join(folder, 'none'), dataset as MutableDataset, stamp)).toBe(false);
});
