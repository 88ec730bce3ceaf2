import { CadreError, type RecordRow } from '#platform/model';
import { BulkChange } from './bulk-change.ts';
import type { AppliedChange } from './apply-change.ts';
import { journalPosition, parsePayload, readChange } from './journal.ts';
import type { ItemPayload, SubjectEvent } from './payload.ts';
import type { RecordsTransaction } from './projection.ts';
import { readMany, type StoredSets } from './read-records.ts';
import type { ChangeAuthor } from './seal-change.ts';
import type { Store } from './store.ts';
import { discardDraft } from './sweep-drafts.ts';
import type { SetEdit, SubjectEdit } from './plan-edits.ts';

const batch = 200;

const opposite: Readonly<Record<SubjectEvent, SubjectEvent>> = {
  create: 'remove',
  remove: 'restore',
  restore: 'remove',
  update: 'update',
};

/**
 * Takes a change back by a new change that writes what stood before. A set that is not as this change left it refuses the
 * undo as a whole (`version-conflict`): later work is never overwritten. Undoing an undo brings the change back.
 */
export async function undoChange(
  store: Store,
  author: Pick<ChangeAuthor, 'actor' | 'reason'>,
  changeId: string,
): Promise<AppliedChange> {
  const change = await readChange(store.db, changeId);
  if (change.undoneBy) throw new CadreError('already-undone', 409, '这项变更已经撤销过了。');
  if (change.origin === 'sample') {
    throw new CadreError(
      'sample-not-undoable',
      409,
      '示例数据不能撤销；如需从空库开始，请换一个数据目录并用 npm start -- --empty 启动。',
    );
  }
  const since = await journalPosition(store.db);
  const bulk = await BulkChange.begin(store, 'undo');
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
      const stored = await readMany(
        store.db,
        items.map(({ subject }) => subject),
      );
      await bulk.add(
        items.map(({ subject, payload }) => inverse(subject, payload, stored.get(subject) ?? {})),
      );
    }
    const summary =
      change.origin === 'undo'
        ? `恢复：${change.summary.replace(/^(撤销|恢复)：/, '')}`
        : `撤销：${change.summary}`;
    return await bulk.publish({ ...author, origin: 'undo', summary }, changeId, (tx) =>
      requireUntouched(tx, changeId, since),
    );
  } catch (error) {
    await discardDraft(store, bulk.id);
    throw error;
  }
}

/** Nobody may have touched one of the subjects while the undo was being prepared. */
async function requireUntouched(tx: RecordsTransaction, changeId: string, since: number): Promise<void> {
  const touched = await tx
    .selectFrom('changes')
    .innerJoin('change_items', 'change_items.change_id', 'changes.id')
    .innerJoin('change_items as taken_back', 'taken_back.subject', 'change_items.subject')
    .select('changes.seq')
    .where('changes.seq', '>', since)
    .where('taken_back.change_id', '=', changeId)
    .limit(1)
    .executeTakeFirst();
  if (touched) throw changedSince();
}

function inverse(subject: string, payload: Uint8Array | null, stored: StoredSets): SubjectEdit {
  if (!payload) throw new CadreError('content-erased', 409, '这项变更的内容已依法删除，不能撤销。');
  const item: ItemPayload = parsePayload(payload);
  const event = opposite[item.event];
  if (item.event === 'create' && !isAsLeft(stored, item.sets)) throw changedSince();
  // A removed person keeps the records, so that a restore finds them; only the person itself goes.
  const sets: [string, SetEdit][] =
    event === 'update'
      ? Object.entries(item.sets).map(([code, { to, before, after }]) => {
          // Where later changes were taken back, the set is again as this change left it.
          const now = stored[code];
          return [
            code,
            { expectedVersion: isSameRows(now?.rows, after) ? (now?.version ?? to) : to, rows: before },
          ];
        })
      : [];
  return { subject, kind: item.kind, event, sets: Object.fromEntries(sets) };
}

/** Does the subject say exactly what the change that made it said? */
function isAsLeft(stored: StoredSets, made: ItemPayload['sets']): boolean {
  const codes = new Set([...Object.keys(stored), ...Object.keys(made)]);
  return [...codes].every((code) => isSameRows(stored[code]?.rows, made[code]?.after));
}

function isSameRows(a: readonly RecordRow[] = [], b: readonly RecordRow[] = []): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function changedSince(): CadreError {
  return new CadreError(
    'changed-since',
    409,
    '这项变更涉及的人员或机构后来又被修改过，撤销会使那些修改一并消失，因此没有撤销。请先撤销后来的修改。',
  );
}
