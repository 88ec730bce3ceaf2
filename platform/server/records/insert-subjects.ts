import { insertMany } from '../database/insert-many.ts';
import type { RecordsTransaction } from './projection.ts';
import type { WrittenSubject } from './seal-subjects.ts';

/** Writes new states: the items of the change, and the records beside those that they replace. */
export async function insertSubjects(
  tx: RecordsTransaction,
  changeId: string,
  written: readonly WrittenSubject[],
): Promise<void> {
  const items = written.map(({ edit, item }) => [changeId, edit.subject, item.salt, item.payload, item.hash]);
  await insertMany(tx, 'change_items', ['change_id', 'subject', 'salt', 'payload', 'payload_hash'], items);
  const records = written.flatMap(({ edit, transitions }) =>
    Object.entries(transitions).map(([code, { to, after }]) => [edit.subject, code, to, changeId, after]),
  );
  await insertMany(tx, 'records', ['subject', 'set_code', 'version', 'change_id', 'rows'], records);
}
