import { CadreError, errors, newId, type Actor, type OperationOutput } from '#platform/model';
import { readChange, type Store } from '#platform/server';
import { planDraft, type DraftHead, type PlanDraft, type readReorganization } from '#modules/reorganization';
import { withReorganizations, type ReorganizationsTable } from './tables.ts';

interface Wanted {
  readonly name: string;
  readonly plan: PlanDraft;
}

const shown = 200;

/** The plans that the actor may work on: all of them, or one's own for somebody with some units only. */
export async function listDrafts(store: Store, actor: Actor): Promise<DraftHead[]> {
  const rows = await mine(store, actor).orderBy('updated_at', 'desc').limit(shown).execute();
  return Promise.all(rows.map((row) => headOf(store, row)));
}

export async function readDraft(
  store: Store,
  actor: Actor,
  id: string,
): Promise<OperationOutput<typeof readReorganization>> {
  const row = await requireDraft(store, actor, id);
  return { ...(await headOf(store, row)), plan: planDraft.parse(JSON.parse(row.plan)) };
}

export async function createDraft(
  store: Store,
  actor: Actor,
  { name, plan }: Wanted,
): Promise<{ id: string; version: number }> {
  const id = newId();
  const row = { id, version: 1, name, plan: JSON.stringify(plan), created_by: actor.id, change_id: null };
  await withReorganizations(store.db)
    .insertInto('reorganizations')
    .values({ ...row, ...byNow(actor) })
    .execute();
  return { id, version: 1 };
}

export async function saveDraft(
  store: Store,
  actor: Actor,
  id: string,
  { name, plan, version }: Wanted & { readonly version: number },
): Promise<{ version: number }> {
  await requireDraft(store, actor, id);
  const saved = await withReorganizations(store.db)
    .updateTable('reorganizations')
    .set({ name, plan: JSON.stringify(plan), version: version + 1, ...byNow(actor) })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(saved.numUpdatedRows) !== 1) {
    throw new CadreError(
      'reorganization-changed',
      409,
      '您修改期间，其他人保存过这个方案。请重新打开方案，或另存为新方案。',
    );
  }
  return { version: version + 1 };
}

export async function dropDraft(store: Store, actor: Actor, id: string): Promise<void> {
  await requireDraft(store, actor, id);
  await withReorganizations(store.db).deleteFrom('reorganizations').where('id', '=', id).execute();
}

/** Remembers the change with which a plan was carried out. */
export async function markApplied(store: Store, actor: Actor, id: string, change: string): Promise<void> {
  await requireDraft(store, actor, id);
  await withReorganizations(store.db)
    .updateTable('reorganizations')
    .set({ change_id: change, ...byNow(actor) })
    .where('id', '=', id)
    .execute();
}

function mine(store: Store, actor: Actor) {
  const all = withReorganizations(store.db).selectFrom('reorganizations').selectAll();
  return actor.scope.kind === 'everything' ? all : all.where('created_by', '=', actor.id);
}

export async function requireDraft(store: Store, actor: Actor, id: string): Promise<ReorganizationsTable> {
  const row = await mine(store, actor).where('id', '=', id).executeTakeFirst();
  if (!row) throw errors.notFound('这个机构改革方案');
  return row;
}

async function headOf(store: Store, row: ReorganizationsTable): Promise<DraftHead> {
  const change = row.change_id === null ? null : await readChange(store.db, row.change_id);
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    updatedBy: row.updated_by_name,
    updatedAt: row.updated_at,
    change: row.change_id,
    undone: change?.undoneBy ? true : false,
  };
}

function byNow(actor: Actor) {
  return { updated_by: actor.id, updated_by_name: actor.name, updated_at: new Date().toISOString() };
}
