import type { Question, SortKey } from '#engine';
import { CadreError, can, errors, newId, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { currentPeople } from '#modules/cadres/server';
import { questioner } from './asking.ts';
import { badQuestion } from './question-errors.ts';
import type { QueryTables } from './query-tables.ts';
import { isVisibleTo, storedText } from './saved-lookup.ts';
import { reachable } from './saved-queries.ts';
import { referencesOf } from './saved-references.ts';
import { keepReferences, requireUnused } from './saved-uses.ts';
import { withQueries } from './tables.ts';

/** A saved question or list as it came in. */
export type SavedContent = {
  readonly name: string;
  readonly shared: boolean;
  readonly columns?: readonly string[] | undefined;
  readonly sort?: readonly SortKey[] | undefined;
  readonly asOf?: string | undefined;
} & (
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'list'; readonly ids: readonly string[] }
);

/** Keeps a new question or list as the actor's own. */
export async function createSaved(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  content: SavedContent,
): Promise<{ id: string; version: number }> {
  const id = newId();
  const columns = await columnsOf(store, tables, actor, id, content);
  const now = new Date().toISOString();
  await withQueries(store.db)
    .transaction()
    .execute(async (tx) => {
      const own = { id, kind: content.kind, owner: actor.id, version: 1, created_at: now, updated_at: now };
      await tx
        .insertInto('saved_queries')
        .values({ ...own, ...columns })
        .execute();
      await keepReferences(tx, actor, { id, shared: content.shared }, referencesIn(content));
    });
  return { id, version: 1 };
}

/** Writes the owner's edit if nobody has edited it since `version`; answers the new version. */
export async function updateSaved(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  id: string,
  version: number,
  content: SavedContent,
): Promise<number> {
  const before = await requireOwn(store, actor, id);
  if (before.kind !== content.kind) throw errors.invalid('查询方案和名单不能互换，请另存。');
  const columns = await columnsOf(store, tables, actor, id, content);
  await withQueries(store.db)
    .transaction()
    .execute(async (tx) => {
      if (!content.shared) await requireUnused(tx, actor, id, true);
      const { numUpdatedRows } = await tx
        .updateTable('saved_queries')
        .set({ ...columns, version: version + 1, updated_at: new Date().toISOString() })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) {
        throw new CadreError(
          'saved-changed',
          409,
          `“${before.name}”已在别处修改或删除，请重新打开，在新的内容上修改。`,
        );
      }
      await keepReferences(tx, actor, { id, shared: content.shared }, referencesIn(content));
    });
  return version + 1;
}

/** Removes one of the actor's own, unless others refer to it. */
export async function removeSaved(store: Store, actor: Actor, id: string): Promise<void> {
  await requireOwn(store, actor, id);
  await withQueries(store.db)
    .transaction()
    .execute(async (tx) => {
      await requireUnused(tx, actor, id, false);
      await tx.deleteFrom('saved_queries').where('id', '=', id).execute();
    });
}

/** Refuses what the actor cannot see as not there, and what belongs to somebody else as not his to change. */
async function requireOwn(
  store: Store,
  actor: Actor,
  id: string,
): Promise<{ kind: 'question' | 'list'; name: string }> {
  const row = await withQueries(store.db)
    .selectFrom('saved_queries')
    .select(['kind', 'name', 'owner'])
    .where('id', '=', id)
    .where(isVisibleTo(actor))
    .executeTakeFirst();
  if (!row) throw errors.notFound('这个查询方案或名单');
  if (row.owner !== actor.id) {
    throw new CadreError(
      'saved-not-own',
      403,
      '这是其他人共享的，只有创建人能修改、删除。可以另存为自己的，再作修改。',
    );
  }
  return row;
}

/** The content as it is kept, after everything about it has been checked. */
async function columnsOf(store: Store, tables: QueryTables, actor: Actor, id: string, content: SavedContent) {
  if (content.shared && !can(actor, 'query:share')) throw errors.forbidden('query:share');
  const { name, shared, columns, sort, asOf } = content;
  const common = {
    owner_name: actor.name,
    name,
    shared: shared ? 1 : 0,
    view: JSON.stringify({ columns, sort, asOf }),
  };
  if (content.kind === 'question') {
    await requireAskable(store, tables, actor, id, content);
    return { ...common, question: storedText(content.question), people: null, size: null };
  }
  const people = await reachable(store, tables, actor, content.ids);
  // Two that have become one since the list was opened are one of it.
  const missing = (await currentPeople(store, content.ids)).length - people.length;
  if (missing > 0) throw errors.notFound(`名单中的 ${missing} 人`);
  return { ...common, question: null, people: JSON.stringify(people), size: people.length };
}

/** Refuses a question that could not be asked, also one that would refer to itself in a circle. */
async function requireAskable(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  id: string,
  { question, asOf }: { readonly question: Question; readonly asOf?: string | undefined },
): Promise<void> {
  const asker = await questioner(store, tables, actor, { question, asOf });
  const { saved, ...rest } = asker.asking(question);
  const missing = referencesOf(question).filter((each) => each !== id && !saved?.(each));
  if (missing.length > 0) throw errors.notFound('引用的查询方案或名单');
  const problems = asker.engine.check({ ...rest, saved: (each) => (each === id ? question : saved?.(each)) });
  if (problems.length > 0) throw badQuestion(problems);
}

function referencesIn(content: SavedContent): string[] {
  return content.kind === 'question' ? referencesOf(content.question) : [];
}
