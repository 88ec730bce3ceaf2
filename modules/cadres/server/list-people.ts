import { sql } from 'kysely';
import { can, columnText, findColumn, isSensitive, type Actor, type Column } from '#platform/model';
import { isPublished, readMany, rowsOf, type Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { unitsInScope } from './scope.ts';
import { withPeople } from './tables.ts';

export interface PeopleFilter {
  /** A unit with all below it; `none` for 未归属; absent for everybody. */
  readonly unit?: string | undefined;
  /** Name or part of it, pinyin initials, or the beginning of an ID number. */
  readonly find?: string | undefined;
}

export interface PeopleQuery extends PeopleFilter {
  readonly page: number;
  readonly size: number;
}

/**
 * The people of a unit and below, of 未归属, or of everybody, found by name, pinyin initials or ID number, as far as the
 * actor may reach. (Wrapped, because a query builder must not be awaited.)
 */
export async function peopleQuery(store: Store, actor: Actor, { unit, find }: PeopleFilter) {
  const scope = await unitsInScope(store, actor.scope);
  let query = withPeople(store.db).selectFrom('person_index as p').where(isPublished('p.draft'));
  if (scope !== null) query = query.where('p.unit', 'in', [...scope, '']);
  if (unit === 'none') {
    query = query.where((eb) =>
      eb.or([
        eb('p.unit', 'is', null),
        eb('p.unit', 'not in', eb.selectFrom('unit_index').select('unit_index.id')),
      ]),
    );
  } else if (unit) {
    query = query.where('p.unit', 'in', (eb) =>
      eb
        .selectFrom('unit_index as below')
        .innerJoin('unit_index as top', (join) =>
          join.onRef('below.first', '>=', 'top.first').onRef('below.first', '<=', 'top.last'),
        )
        .select('below.id')
        .where('top.id', '=', unit),
    );
  }
  const wanted = find?.replaceAll(/\s/g, '') ?? '';
  if (wanted === '') return { query };
  // Who may not see ID numbers must not find out by trying either.
  if (/^\d{4,18}x?$/i.test(wanted) && can(actor, 'cadre:sensitive'))
    return { query: query.where('p.national_id', 'like', `${wanted.toUpperCase()}%`) };
  if (/^[a-z]+$/i.test(wanted)) {
    const initials = wanted.toLowerCase();
    const matching = query.where((eb) =>
      eb.or([
        eb('p.pinyin', 'like', `${initials}%`),
        eb('p.pinyin', 'like', `% ${initials}%`),
        eb('p.name', 'like', `%${wanted}%`),
      ]),
    );
    return { query: matching };
  }
  const part = `%${wanted.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return { query: query.where(sql<boolean>`p.name like ${part} escape '\\'`) };
}

/** One page of a list, in statutory order of the units and the order of the team within each. */
export async function listPeople(store: Store, query: PeopleQuery, paths: readonly string[], actor: Actor) {
  const { permissions } = actor;
  const columns = paths
    .map((path) => findColumn(store.registry, path))
    .filter((column): column is Column => column !== undefined)
    .filter(({ set, field }) => !set.internal && !field.internal)
    .filter((column) => permissions.has('cadre:sensitive') || !isSensitive(column.set, column.field));
  const tree = await readUnitTree(store);
  const people = await peopleQuery(store, actor, query);
  const { total } = await people.query
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = await people.query
    .leftJoin('unit_index as u', 'u.id', 'p.unit')
    .select(['p.id', 'p.name', 'p.unit', 'p.photo'])
    .orderBy((eb) => eb.fn.coalesce('u.first', eb.lit(2_000_000_000)))
    .orderBy('p.team_order')
    .orderBy('p.level_sort')
    .orderBy('p.name_sort')
    .orderBy('p.id')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  const setCodes = [...new Set(columns.map((column) => column.set.code))];
  const records = await readMany(
    store.db,
    page.map((person) => person.id),
    setCodes,
  );
  return {
    total,
    columns: columns.map(({ path, label }) => ({ path, label })),
    people: page.map((person) => {
      const sets = rowsOf(records.get(person.id) ?? {});
      return {
        id: person.id,
        name: person.name,
        unit: tree.nameOf(person.unit ?? ''),
        photo: permissions.has('cadre:sensitive') ? person.photo : null,
        cells: columns.map((column) => columnText(column, sets, store.tables, tree.nameOf)),
      };
    }),
  };
}
