import { sql } from 'kysely';
import { parseRows, wordInitials, isLive, type Store } from '#platform/server';
import {
  treeAsOf,
  unitEvents,
  type UnitNode,
  type UnitOnDay,
  type UnitWithHistory,
} from '#modules/organization';
import { readUnitTree } from './unit-tree.ts';
import { withUnits } from './tables.ts';

/** The tree of a day, those that had ended among them, as the tree of today shows its units. */
export async function unitsAsOf(store: Store, day: string): Promise<UnitNode[]> {
  const tree = await readUnitTree(store);
  return treeAsOf(await readUnitHistories(store), day, true).map((unit) => nodeOf(unit, tree.find(unit.id)));
}

/** All units with what happened to them. */
async function readUnitHistories(store: Store): Promise<UnitWithHistory[]> {
  const tree = await readUnitTree(store);
  const places = await withUnits(store.db)
    .selectFrom('unit_index')
    .select(['id', 'parent', 'sort_order as order'])
    .execute();
  const levels = await readLevels(store);
  const events = await readEvents(store);
  return places.flatMap(({ id, parent, order }) => {
    const unit = tree.find(id);
    if (!unit) return [];
    const level = levels.get(id) ?? null;
    return [{ id, name: unit.name, level, parent, order, events: unitEvents(events.get(id) ?? []) }];
  });
}

function nodeOf({ id, name, parent, depth, life }: UnitOnDay, today: UnitNode | undefined): UnitNode {
  const isSame = today?.name === name;
  return {
    id,
    name,
    // The short name of then is not kept.
    shortName: isSame ? today.shortName : '',
    parent,
    depth,
    kindCode: today?.kindCode ?? null,
    pinyin: isSame ? today.pinyin : wordInitials(name),
    ...(life === 'abolished' ? { abolished: true } : {}),
  };
}

async function readEvents(store: Store) {
  const rows = await store.db
    .selectFrom('current_records')
    .innerJoin('subjects', 'subjects.id', 'current_records.subject')
    .select(['current_records.subject', 'current_records.rows'])
    .where('current_records.set_code', '=', 'UH01')
    .where('subjects.kind', '=', 'unit')
    .where(isLive)
    .execute();
  return new Map(rows.map((record) => [record.subject, parseRows(record.rows)]));
}

async function readLevels(store: Store): Promise<Map<string, string>> {
  const { rows } = await sql<{ subject: string; level: string | null }>`
    select subject, json_extract(rows, '$[0].levelCode') as level from current_records
    where set_code = 'B01'`.execute(store.db);
  return new Map(rows.flatMap(({ subject, level }) => (level === null ? [] : [[subject, level] as const])));
}
