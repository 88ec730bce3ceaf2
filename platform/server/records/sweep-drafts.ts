import type { RecordsTransaction } from './projection.ts';
import type { Store } from './store.ts';

/** A draft that gave no sign of life for so long was abandoned: its process is gone. */
const abandonedAfter = 15 * 60_000;
const batch = 200;

/** Removes what abandoned drafts wrote, in short transactions; the draft itself goes last, so nothing shows meanwhile. */
export async function sweepDrafts(store: Store, now: Date = new Date()): Promise<number> {
  const limit = new Date(now.getTime() - abandonedAfter).toISOString();
  const drafts = await store.db.selectFrom('drafts').select('id').where('seen_at', '<', limit).execute();
  for (const { id } of drafts) await discardDraft(store, id);
  return drafts.length;
}

/** Removes a draft and everything written under it. */
export async function discardDraft(store: Store, draft: string): Promise<void> {
  while (await store.db.transaction().execute((tx) => removeSome(store, tx, draft))) {
    // one short transaction after another, so that other writers get their turn
  }
  await store.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('draft_records').where('draft', '=', draft).execute();
    await tx.deleteFrom('change_items').where('change_id', '=', draft).execute();
    await tx.deleteFrom('drafts').where('id', '=', draft).execute();
  });
}

async function removeSome(store: Store, tx: RecordsTransaction, draft: string): Promise<boolean> {
  const subjects = await tx
    .selectFrom('subjects')
    .select('id')
    .where('draft', '=', draft)
    .limit(batch)
    .execute();
  const ids = subjects.map(({ id }) => id);
  if (ids.length === 0) return false;
  for (const projection of store.projections) await projection.remove(tx, ids);
  await tx.deleteFrom('change_items').where('change_id', '=', draft).where('subject', 'in', ids).execute();
  await tx.deleteFrom('records').where('subject', 'in', ids).execute();
  await tx.deleteFrom('subjects').where('id', 'in', ids).execute();
  return true;
}
