import { sql } from 'kysely';
import { textOf, valueOf } from '#platform/model';
import {
  isPublished,
  wordInitials,
  type ProjectedSubject,
  type Projection,
  type StandingRow,
} from '#platform/server';
import { formerNames, numberTree, unitEvents, unitLifeOn, unitNow } from '#modules/organization';
import { withUnits } from './tables.ts';

/** Keeps `unit_index` in step with B01 and UH01. */
export const unitProjection: Projection = {
  kind: 'unit',
  sets: ['B01', 'UH01'],
  table: 'unit_index',
  columns: [
    'id',
    'draft',
    'parent',
    'name',
    'short_name',
    'pinyin',
    'sort_order',
    'kind_code',
    'abolished',
    'former_names',
    'public_code',
  ],
  row: indexRow,
  async published(tx) {
    const db = withUnits(tx);
    const units = await db
      .selectFrom('unit_index')
      .select(['id', 'parent', 'name', 'sort_order as order', 'first', 'last', 'depth'])
      .where(isPublished('draft'))
      .execute();
    const old = new Map(units.map((unit) => [unit.id, unit]));
    const moved = numberTree(units).flatMap(({ id, first, last, depth }) => {
      const before = old.get(id);
      const isSame = before?.first === first && before.last === last && before.depth === depth;
      return isSame ? [] : [[id, first, last, depth]];
    });
    // One statement: a unit that comes early in the order moves the numbers of all that follow.
    await sql`update unit_index
      set first = moved.value ->> 1, last = moved.value ->> 2, depth = moved.value ->> 3
      from json_each(${JSON.stringify(moved)}) as moved
      where unit_index.id = moved.value ->> 0`.execute(tx);
  },
};

/** After every event that is recorded: what is entered has happened. */
const afterAll = '9999-12-31';

function indexRow({ id, draft, sets }: ProjectedSubject, standing?: StandingRow): unknown[] {
  const row = sets['B01']?.[0];
  const events = unitEvents(sets['UH01'] ?? []);
  const order = row ? (valueOf(row, 'order') ?? valueOf(row, 'displayOrder')) : null;
  const name = textOf(row, 'name');
  const shortName = textOf(row, 'shortName');
  return [
    id,
    draft,
    textOf(row, 'parentOrgCode') || null,
    name,
    shortName,
    standing?.['name'] === name && standing['short_name'] === shortName
      ? standing['pinyin']
      : [...new Set([wordInitials(name), wordInitials(shortName)])].join(' ').trim(),
    Number.isSafeInteger(Number(order)) && order !== null ? Number(order) : 9_999,
    textOf(row, 'kindCode') || null,
    unitLifeOn(events, afterAll) === 'abolished' ? 1 : 0,
    formerNames(unitNow(row), events).join('\n'),
    textOf(row, 'publicCode'),
  ];
}
