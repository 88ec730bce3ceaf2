import { can, errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { requireKeptRights } from '#modules/cadres/server';
import { bulkCounts, dateAnswers, sheetChoice, sheetLook, type BulkStatus } from '#modules/sheets';
import { withSheets, type BulkJobsTable } from '../tables.ts';

export type BulkKind = BulkStatus['kind'];

export const noCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0, asked: 0, people: 0 };

export function statusOf(row: BulkJobsTable): BulkStatus {
  return {
    id: row.id,
    kind: row.kind as BulkStatus['kind'],
    state: row.state as BulkStatus['state'],
    startedAt: row.started_at,
    set: row.set_code,
    title: row.title,
    look: lookOf(row.look),
    done: row.done,
    total: row.total,
    counts: bulkCounts.parse(JSON.parse(row.counts)),
    message: row.message,
    change: row.state === 'done' ? row.change_id : null,
    ...saidOf(row),
  };
}

/** A piece of work of this user; others' work is nobody's business and counts as not there. */
export async function requireJob(store: Store, actor: Pick<Actor, 'id'>, id: string): Promise<BulkJobsTable> {
  const row = await withSheets(store.db)
    .selectFrom('bulk_jobs')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', actor.id)
    .executeTakeFirst();
  if (!row) throw errors.notFound('这项批量工作');
  return row;
}

/** The same of one kind; one of another kind is not there either. */
export async function requireKind(
  store: Store,
  actor: Actor,
  id: string,
  kind: BulkKind,
): Promise<BulkJobsTable> {
  const row = await requireJob(store, actor, id);
  if (row.kind !== kind) throw errors.notFound('这项批量工作');
  return row;
}

/**
 * Sheets show and match ID numbers, and photos are among what only some may see. An edit shows one field: whether that is
 * sensitive is its own to ask.
 */
export function requireRightTo(actor: Actor, kind: BulkKind): void {
  if (kind !== 'edit' && !can(actor, 'cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}

/** The same for whoever is shown what was found or made; refuses where rights that it was made with are gone. */
export async function requireJobInSight(store: Store, actor: Actor, id: string): Promise<BulkJobsTable> {
  const row = await requireJob(store, actor, id);
  await requireKeptRights(store, actor, row.rights);
  return row;
}

export async function setJob(store: Store, id: string, values: Partial<BulkJobsTable>): Promise<void> {
  await withSheets(store.db).updateTable('bulk_jobs').set(values).where('id', '=', id).execute();
}

/** What was found in a file; what an earlier version kept in another form counts as not looked at. */
function lookOf(json: string): BulkStatus['look'] {
  return json === '' ? null : (sheetLook.safeParse(JSON.parse(json)).data ?? null);
}

/** What the operator said of a sheet; settings of other kinds hold nothing of it. */
function saidOf({ kind, settings }: BulkJobsTable): Pick<BulkStatus, 'choice' | 'answers'> {
  const said: unknown = kind === 'sheet' ? JSON.parse(settings) : {};
  return { choice: sheetChoice.parse(said), answers: dateAnswers.parse(said) };
}
