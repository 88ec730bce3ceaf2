import { hash as hashOf } from 'node:crypto';
import { sql } from 'kysely';
import type { Store } from './store.ts';

/**
 * Reads every stored file and looks for those that records name. Answers the number of the change whose record names a
 * file that is damaged or gone, 0 for a damaged one that no record names, null when all are whole.
 */
export async function firstBadFile(store: Store): Promise<number | null> {
  const damaged = await firstDamaged(store);
  if (damaged !== null) return (await namedBy(store, damaged)) ?? 0;
  for (const set of store.registry.sets) {
    for (const field of set.fields) {
      if (field.type !== 'file') continue;
      const seq = await firstMissing(store, set.code, field.key);
      if (seq !== null) return seq;
    }
  }
  return null;
}

async function firstDamaged(store: Store): Promise<string | null> {
  let first: string | null = null;
  for await (const { hash, data } of store.db.selectFrom('files').select(['hash', 'data']).stream()) {
    if (first === null && hashOf('sha256', data) !== hash) first = hash;
  }
  return first;
}

async function namedBy(store: Store, file: string): Promise<number | null> {
  const named = await store.db
    .selectFrom('current_records')
    .innerJoin('changes', 'changes.id', 'current_records.change_id')
    .select('changes.seq')
    .where('current_records.rows', 'like', `%${file}%`)
    .orderBy('changes.seq')
    .limit(1)
    .executeTakeFirst();
  return named?.seq ?? null;
}

async function firstMissing(store: Store, set: string, key: string): Promise<number | null> {
  const { rows } = await sql<{ seq: number }>`
    select changes.seq as seq from current_records as records
      join changes on changes.id = records.change_id, json_each(records.rows) as item
    where records.set_code = ${set} and json_extract(item.value, ${`$.${key}`}) is not null
      and json_extract(item.value, ${`$.${key}`}) not in (select hash from files)
    order by changes.seq limit 1`.execute(store.db);
  return rows[0]?.seq ?? null;
}
