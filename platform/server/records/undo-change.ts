import { CadreError } from '#platform/model';
import { BulkChange } from './bulk-change.ts';
import type { AppliedChange } from './apply-change.ts';
import { parsePayload, readChange } from './journal.ts';
import type { ItemPayload, SubjectEvent } from './payload.ts';
import type { ChangeAuthor } from './seal-change.ts';
import type { Store } from './store.ts';
import { discardDraft } from './sweep-drafts.ts';
import type { SetEdit, SubjectEdit } from './write-edits.ts';

const batch = 200;

const opposite: Readonly<Record<SubjectEvent, SubjectEvent>> = {
  create: 'remove',
  remove: 'restore',
  restore: 'remove',
  update: 'update',
};

/**
 * Takes a change back by a new change that writes what stood before. A set that was changed again since refuses the
 * undo as a whole (`version-conflict`): later work is never overwritten. Undoing an undo brings the change back.
 */
export async function undoChange(
  store: Store,
  author: Pick<ChangeAuthor, 'actor' | 'reason'>,
  changeId: string,
): Promise<AppliedChange> {
  const change = await readChange(store.db, changeId);
  if (change.undoneBy) throw new CadreError('already-undone', 409, '这项变更已经撤销过了。');
  const bulk = await BulkChange.begin(store);
  try {
    let after = '';
    for (;;) {
      const items = await store.db
        .selectFrom('change_items')
        .select(['subject', 'payload'])
        .where('change_id', '=', changeId)
        .where('subject', '>', after)
        .orderBy('subject')
        .limit(batch)
        .execute();
      if (items.length === 0) break;
      after = items.at(-1)?.subject ?? '';
      await bulk.add(items.map(({ subject, payload }) => inverse(subject, payload)));
    }
    const summary =
      change.origin === 'undo'
        ? `恢复：${change.summary.replace(/^(撤销|恢复)：/, '')}`
        : `撤销：${change.summary}`;
    return await bulk.publish({ ...author, origin: 'undo', summary }, changeId);
  } catch (error) {
    await discardDraft(store, bulk.id);
    throw error;
  }
}

function inverse(subject: string, payload: Uint8Array | null): SubjectEdit {
  if (!payload) throw new CadreError('content-erased', 409, '这项变更的内容已依法删除，不能撤销。');
  const item: ItemPayload = parsePayload(payload);
  const event = opposite[item.event];
  // A removed person keeps the records, so that a restore finds them; only the person itself goes.
  const sets: [string, SetEdit][] =
    event === 'update'
      ? Object.entries(item.sets).map(([code, { to, before }]) => [
          code,
          { expectedVersion: to, rows: before },
        ])
      : [];
  return { subject, kind: item.kind, event, sets: Object.fromEntries(sets) };
}
