import { parseRows, type Store } from '#platform/server';
import type { RecordRow } from '#platform/model';

/** Everybody who has rows of a set, whoever asks: what is shown of them is bounded by a question. */
export async function peopleWithRows(
  store: Store,
  set: string,
): Promise<ReadonlyMap<string, readonly RecordRow[]>> {
  const records = await store.db
    .selectFrom('current_records')
    .innerJoin('subjects', 'subjects.id', 'current_records.subject')
    .select(['current_records.subject as subject', 'current_records.rows as rows'])
    .where('set_code', '=', set)
    .where('current_records.rows', '!=', '[]')
    .where('subjects.kind', '=', 'person')
    .where('subjects.removed', '=', 0)
    .execute();
  return new Map(records.map(({ subject, rows }) => [subject, parseRows(rows)]));
}
