import { sql } from 'kysely';
import { CadreError } from '#platform/model';
import { isPublished, type Store } from '#platform/server';
import { withPeople } from './tables.ts';

/**
 * Refuses with `unit-in-use` to take back a change that made units which by now have units below them or people: these
 * would lose their place. What the change itself put there goes with it.
 */
export async function requireCreatedUnitsEmpty(store: Store, change: string): Promise<void> {
  const created = sql<string>`select change_items.subject from change_items
    join subjects on subjects.id = change_items.subject and subjects.kind = 'unit' and subjects.removed = 0
    join records on records.subject = subjects.id and records.set_code = 'B01' and records.version = 1
      and records.change_id = change_items.change_id
    where change_items.change_id = ${change}`;
  const own = sql<string>`select subject from change_items where change_id = ${change}`;
  const below = await sql<{ id: string }>`select id from unit_index
    where parent in (${created}) and id not in (${own}) and ${isPublished('draft')} limit 1`.execute(
    store.db,
  );
  const person = await withPeople(store.db)
    .selectFrom('person_index')
    .select('id')
    .where(sql<boolean>`unit in (${created})`)
    .where(sql<boolean>`id not in (${own})`)
    .where(isPublished('draft'))
    .limit(1)
    .executeTakeFirst();
  if (below.rows.length > 0 || person) {
    const reason = '这项变更新增的机构中已有下级机构或人员，请先调整后再撤销。';
    throw new CadreError('unit-in-use', 409, reason, { reasons: [reason] });
  }
}
