import { setImmediate as nextTurn } from 'node:timers/promises';
import { dropStagedRows, removeRows } from './projection-tables.ts';
import type { RecordsTransaction } from './projection.ts';
import type { Store } from './store.ts';

/** A draft that gave no sign of life for so long was abandoned: its process is gone. */
const abandonedAfter = 15 * 60_000;
const batch = 200;

/**
 * Removes what abandoned drafts wrote, in short transactions; the draft itself goes last, so nothing shows meanwhile.
 * Also clears what a published draft left behind when its process ended too early.
 */
export async function sweepDrafts(store: Store, now: Date = new Date()): Promise<number> {
  const limit = new Date(now.getTime() - abandonedAfter).toISOString();
  const drafts = await store.db.selectFrom('drafts').select('id').where('seen_at', '<', limit).execute();
  for (const { id } of drafts) await discardDraft(store, id);
  const left = await store.db
    .selectFrom('draft_subjects')
    .select('draft')
    .distinct()
    .where('draft', 'not in', (eb) => eb.selectFrom('drafts').select('drafts.id'))
    .execute();
  for (const { draft } of left) await clearStaged(store, draft);
  return drafts.length;
}

/** Removes a draft and everything written under it. */
export async function discardDraft(store: Store, draft: string): Promise<void> {
  await repeat(store, (tx) => removeSubjects(store, tx, draft));
  await clearStaged(store, draft);
  await repeat(store, (tx) => removeItems(tx, draft));
  await store.db.deleteFrom('drafts').where('id', '=', draft).execute();
}

/** Removes what waits, or waited, for the publishing of a draft. */
export async function clearStaged(store: Store, draft: string): Promise<void> {
  for (const projection of store.projections) {
    await repeat(store, (tx) => dropStagedRows(tx, projection, draft, batch));
  }
  for (const table of ['draft_records', 'draft_subjects'] as const) {
    await repeat(store, (tx) => removeSome(tx, table, 'draft', draft));
  }
}

/** One short transaction after another, so that other writers and everything else of this process get their turn. */
async function repeat(store: Store, step: (tx: RecordsTransaction) => Promise<boolean>): Promise<void> {
  while (await store.db.transaction().execute(step)) await nextTurn();
}

async function removeSubjects(store: Store, tx: RecordsTransaction, draft: string): Promise<boolean> {
  const subjects = await tx
    .selectFrom('subjects')
    .select('id')
    .where('draft', '=', draft)
    .limit(batch)
    .execute();
  const ids = subjects.map(({ id }) => id);
  if (ids.length === 0) return false;
  for (const projection of store.projections) await removeRows(tx, projection, ids);
  await tx.deleteFrom('records').where('subject', 'in', ids).execute();
  await tx.deleteFrom('subjects').where('id', 'in', ids).execute();
  return true;
}

function removeItems(tx: RecordsTransaction, draft: string): Promise<boolean> {
  return removeSome(tx, 'change_items', 'change_id', draft);
}

async function removeSome(
  tx: RecordsTransaction,
  table: 'draft_records' | 'draft_subjects' | 'change_items',
  column: 'draft' | 'change_id',
  draft: string,
): Promise<boolean> {
  const { dynamic } = tx;
  const subjects = await tx
    .selectFrom(dynamic.table(table).as('staged'))
    .select('staged.subject')
    .distinct()
    .where(dynamic.ref(`staged.${column}`), '=', draft)
    .limit(batch)
    .execute();
  if (subjects.length === 0) return false;
  await tx
    .deleteFrom(table)
    .where(dynamic.ref(column), '=', draft)
    .where(
      'subject',
      'in',
      subjects.map(({ subject }) => subject),
    )
    .execute();
  return true;
}
