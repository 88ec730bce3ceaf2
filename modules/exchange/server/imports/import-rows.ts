import { can, errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { requireKeptRights } from '#modules/cadres/server';
import { importCounts, type ImportStatus } from '#modules/exchange';
import { withExchange, type ImportsTable } from '../tables.ts';

export const noCounts = {
  forms: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  skipped: 0,
  warnings: 0,
};

export function statusOf(row: ImportsTable): ImportStatus {
  return {
    id: row.id,
    state: row.state as ImportStatus['state'],
    startedAt: row.started_at,
    done: row.done,
    total: row.total,
    counts: importCounts.parse(JSON.parse(row.counts)),
    ambiguous: row.ambiguous,
    message: row.message,
    change: row.change_id,
  };
}

/** An import of this user; others' imports are nobody's business and count as not there. */
export async function requireImport(
  store: Store,
  actor: Pick<Actor, 'id'>,
  id: string,
): Promise<ImportsTable> {
  const row = await withExchange(store.db)
    .selectFrom('imports')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', actor.id)
    .executeTakeFirst();
  if (!row) throw errors.notFound('这次导入');
  return row;
}

/** The same for whoever is shown what was read; refuses where rights with which the preview was made are gone. */
export async function requireImportInSight(store: Store, actor: Actor, id: string): Promise<ImportsTable> {
  const row = await requireImport(store, actor, id);
  await requireKeptRights(store, actor, row.rights);
  return row;
}

/** The preview shows what stands in the records, ID numbers among it. */
export function requireSight(actor: Actor): void {
  if (!can(actor, 'cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}

export async function setImport(store: Store, id: string, values: Partial<ImportsTable>): Promise<void> {
  await withExchange(store.db).updateTable('imports').set(values).where('id', '=', id).execute();
}
