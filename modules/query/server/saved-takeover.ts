import { CadreError, can, errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { closedAccounts } from '#modules/identity/server';
import { catalogueFor } from './catalogue.ts';
import type { QueryTables } from './query-tables.ts';
import { mayRead } from './saved-fields.ts';
import { isVisibleTo, parseStored } from './saved-lookup.ts';
import { withQueries } from './tables.ts';

/** Who took a saved question or list over from whom last. */
export interface Takeover {
  readonly fromName: string;
  readonly byName: string;
  readonly at: string;
}

/** The last takeover of each saved question or list that was ever taken over. */
export async function readTakeovers(store: Store): Promise<ReadonlyMap<string, Takeover>> {
  const rows = await withQueries(store.db)
    .selectFrom('saved_takeovers')
    .select(['saved', 'from_name', 'to_name', 'at'])
    .orderBy('seq')
    .execute();
  return new Map(
    rows.map(({ saved, from_name, to_name, at }) => [saved, { fromName: from_name, byName: to_name, at }]),
  );
}

/** The owners whose shared questions and lists an actor may take over. */
export async function ownersGone(store: Store, actor: Actor): Promise<ReadonlySet<string>> {
  return can(actor, 'query:share') ? closedAccounts(store.db) : new Set();
}

/**
 * Makes the actor the owner of what somebody shared whose account was closed since, and keeps who did. Refuses what the
 * actor may not read: an owner may read all of it.
 */
export async function takeOverSaved(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  id: string,
  version: number,
): Promise<number> {
  const row = await withQueries(store.db)
    .selectFrom('saved_queries')
    .select(['owner', 'owner_name', 'name', 'question'])
    .where('id', '=', id)
    .where(isVisibleTo(actor))
    .executeTakeFirst();
  if (!row) throw errors.notFound('这个查询方案或名单');
  const gone = await ownersGone(store, actor);
  if (row.owner === actor.id || !gone.has(row.owner)) {
    throw new CadreError(
      'saved-owner-active',
      409,
      `“${row.name}”的创建人仍在使用系统，不能接管。可以另存为自己的，再作修改。`,
    );
  }
  const catalogue = await catalogueFor(store, tables, actor);
  if (row.question !== null && !mayRead(parseStored(row.question), catalogue))
    throw errors.forbidden('cadre:sensitive');
  const at = new Date().toISOString();
  await withQueries(store.db)
    .transaction()
    .execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('saved_queries')
        .set({ owner: actor.id, owner_name: actor.name, version: version + 1, updated_at: at })
        .where('id', '=', id)
        .where('version', '=', version)
        .where('owner', '=', row.owner)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) {
        throw new CadreError('saved-changed', 409, `“${row.name}”已在别处修改或接管，请重新打开列表。`);
      }
      await tx
        .insertInto('saved_takeovers')
        .values({
          at,
          saved: id,
          name: row.name,
          from_user: row.owner,
          from_name: row.owner_name,
          to_user: actor.id,
          to_name: actor.name,
        })
        .execute();
    });
  return version + 1;
}
