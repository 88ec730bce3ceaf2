import { CadreError, can, errors, newId, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { catalogueFor, type QueryTables } from '#modules/query/server';
import {
  ownTableSpec,
  type OwnTableSpec,
  type SavedTable,
  type SavedTableContent,
} from '#modules/statistics';
import { withStatistics } from '../tables-of-store.ts';
import { countOwnTableFor } from './count-own-table.ts';

/** The actor's own tables and the shared ones whose fields he may see, by name. */
export async function savedTables(store: Store, tables: QueryTables, actor: Actor): Promise<SavedTable[]> {
  const catalogue = await catalogueFor(store, tables, actor);
  const rows = await withStatistics(store.db)
    .selectFrom('own_tables')
    .selectAll()
    .where((eb) => eb.or([eb('owner', '=', actor.id), eb('shared', '=', 1)]))
    .execute();
  const isVisible = ({ rows: own, columns, third }: OwnTableSpec): boolean =>
    [...own, ...columns, ...third].every(({ field }) => catalogue.field(field) !== undefined);
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      shared: row.shared === 1,
      mine: row.owner === actor.id,
      ownerName: row.owner_name,
      version: row.version,
      updatedAt: row.updated_at,
      spec: ownTableSpec.parse(JSON.parse(row.content)),
    }))
    .filter(({ mine, spec }) => mine || isVisible(spec))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1));
}

/** Keeps a new table as the actor's own. */
export async function createTable(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  content: SavedTableContent,
): Promise<{ id: string; version: number }> {
  const columns = await columnsOf(store, tables, actor, content);
  const id = newId();
  const at = columns.updated_at;
  await withStatistics(store.db)
    .insertInto('own_tables')
    .values({ id, owner: actor.id, version: 1, created_at: at, ...columns })
    .execute();
  return { id, version: 1 };
}

/** Writes the owner's edit if nobody has edited the table since `version`; answers the new version. */
export async function updateTable(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  id: string,
  version: number,
  content: SavedTableContent,
): Promise<number> {
  const name = await requireOwn(store, actor, id);
  const columns = await columnsOf(store, tables, actor, content);
  const { numUpdatedRows } = await withStatistics(store.db)
    .updateTable('own_tables')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n)
    throw new CadreError('saved-changed', 409, `“${name}”已在别处修改或删除，请重新打开，在新的内容上修改。`);
  return version + 1;
}

/** Removes one of the actor's own tables. */
export async function removeTable(store: Store, actor: Actor, id: string): Promise<void> {
  await requireOwn(store, actor, id);
  await withStatistics(store.db).deleteFrom('own_tables').where('id', '=', id).execute();
}

/** Refuses what the actor cannot see as not there, and what belongs to somebody else as not his to change. */
async function requireOwn(store: Store, actor: Actor, id: string): Promise<string> {
  const row = await withStatistics(store.db)
    .selectFrom('own_tables')
    .select(['owner', 'shared', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || (row.owner !== actor.id && row.shared === 0)) throw errors.notFound('这张自定义统计表');
  if (row.owner !== actor.id)
    throw new CadreError(
      'saved-not-own',
      403,
      '这是其他人共享的，只有创建人能修改、删除。可以另存为自己的，再作修改。',
    );
  return row.name;
}

/** The content as it is kept, after it was counted once: what cannot be counted is not saved. */
async function columnsOf(store: Store, tables: QueryTables, actor: Actor, content: SavedTableContent) {
  const { name, shared, spec } = content;
  if (shared && !can(actor, 'query:share')) throw errors.forbidden('query:share');
  await countOwnTableFor(store, tables, actor, { spec });
  return {
    owner_name: actor.name,
    name,
    shared: shared ? 1 : 0,
    content: JSON.stringify({ ...spec, title: undefined }),
    updated_at: new Date().toISOString(),
  };
}
