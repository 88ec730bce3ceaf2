import { setImmediate as nextTurn } from 'node:timers/promises';
import { dropStagedRows, removeRows } from './projection-tables.ts';
import type { RecordsTransaction } from './projection.ts';
import { dropReplaced } from './replaced-records.ts';
import type { Store } from './store.ts';

/** A draft that gave no sign of life for so long was abandoned: its process is gone. */
const abandonedAfter = 15 * 60_000;
/** Every transaction waits for the disk; one of this many takes some hundredths of a second besides. */
const batch = 1_000;

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
  for (const { draft } of left) await clearPublished(store, draft);
  return drafts.length;
}

/** Removes a draft and everything written under it. What was published stays. */
export async function discardDraft(store: Store, draft: string): Promise<void> {
  // From here on it can no longer be published, not even by a process that only slept.
  const { numUpdatedRows } = await store.db
    .updateTable('drafts')
    .set({ seen_at: '' })
    .where('id', '=', draft)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return;
  await repeat(store, (tx) => removeSubjects(store, tx, draft));
  await clearStaged(store, draft, async (tx, subjects) => {
    await tx.deleteFrom('records').where('subject', 'in', subjects).where('change_id', '=', draft).execute();
  });
  await repeat(store, (tx) => removeItems(tx, draft));
  await store.db.deleteFrom('drafts').where('id', '=', draft).execute();
}

/** Removes what the publishing of a draft has replaced or used up. */
export async function clearPublished(store: Store, draft: string): Promise<void> {
  await clearStaged(store, draft, dropReplaced);
}

/** Removes what waits, or waited, for the publishing of a draft; `drop` sees to the records of some subjects. */
async function clearStaged(
  store: Store,
  draft: string,
  drop: (tx: RecordsTransaction, subjects: readonly string[]) => Promise<void>,
): Promise<void> {
  for (const projection of store.projections) {
    await repeat(store, (tx) => dropStagedRows(tx, projection, draft, batch));
  }
  await repeat(store, async (tx) => {
    const waiting = await tx
      .selectFrom('draft_subjects')
      .select('subject')
      .where('draft', '=', draft)
      .limit(batch)
      .execute();
    const subjects = waiting.map(({ subject }) => subject);
    if (subjects.length === 0) return false;
    await drop(tx, subjects);
    await tx
      .deleteFrom('draft_subjects')
      .where('draft', '=', draft)
      .where('subject', 'in', subjects)
      .execute();
    return true;
  });
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

async function removeItems(tx: RecordsTransaction, draft: string): Promise<boolean> {
  const items = tx.selectFrom('change_items').select('subject').where('change_id', '=', draft).limit(batch);
  const { numDeletedRows } = await tx
    .deleteFrom('change_items')
    .where('change_id', '=', draft)
    .where('subject', 'in', items)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) > 0;
}
