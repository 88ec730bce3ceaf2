import {
  can,
  errors,
  sentenceOf,
  type Actor,
  type FieldCatalogue,
  type OperationInput,
  type Permission,
} from '#platform/model';
import { today, type Store } from '#platform/server';
import type { runQuery } from '#modules/query';
import {
  asOfDate,
  columnProblems,
  groupsOf,
  visibleColumns,
  type Roster,
  type RosterColumn,
  type RosterGroup,
  type RosterGrouping,
} from '#modules/rosters';
import { readUnitTree, type UnitTree } from '#modules/organization/server';
import { catalogueFor, questioner, type QueryTables } from '#modules/query/server';

/** A roster as it will be for somebody: who stands in it, in which order, and what is shown of them. */
export interface RosterPlan {
  readonly asOf: string;
  readonly sentence: string;
  readonly catalogue: FieldCatalogue;
  readonly columns: readonly RosterColumn[];
  /** Headings of the columns left out because the reader may not see them. */
  readonly hidden: readonly string[];
  /** Everybody, in order. */
  readonly ids: readonly string[];
  /** Of the whole book; empty when it is not grouped. */
  readonly groups: readonly RosterGroup[];
}

type Sort = NonNullable<OperationInput<typeof runQuery>['body']['sort']>;

/** 法定次序 inside a unit: the place in the team, then the name. */
const insideUnit: Sort = [{ field: 'teamOrder' }, { field: 'A01.name' }];

/**
 * Finds the people of a roster within the reach of the actor. Columns that he may not see are left out; an impossible
 * column or question is refused.
 */
export async function planRoster(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  roster: Roster,
  onDate?: string,
): Promise<RosterPlan> {
  const asOf = onDate ?? asOfDate(roster.asOf, today());
  const catalogue = await catalogueFor(store, tables, actor);
  const { columns, hidden } = visibleColumns(roster.columns, catalogue, can(actor, 'cadre:sensitive'));
  await requirePossible(store, tables, actor, roster);
  const units = await readUnitTree(store);
  const asker = await questioner(store, tables, actor, { question: roster.question, asOf });
  const sort = sortOf(roster, catalogue);
  const people = asker.ask(roster.question, (found) =>
    found.rows(sort, 0, found.count).map((row) => ({
      id: asker.engine.dataset.idOf(row),
      unit: roster.grouping === 'none' ? null : unitText(found.values(row, ['mainUnit'])[0]),
    })),
  );
  const grouped = grouping(roster.grouping, units);
  const placed = roster.grouping === 'none' ? people : grouped.inOrder(people);
  return {
    asOf,
    sentence: sentenceOf(roster.question, catalogue),
    catalogue,
    columns,
    hidden,
    ids: placed.map(({ id }) => id),
    groups:
      roster.grouping === 'none'
        ? []
        : groupsOf(
            placed.map(({ unit }) => unit),
            units.nameOf,
          ),
  };
}

function unitText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** As the roster says, inside the groups that are made afterwards; keys that the reader may not see do not sort. */
function sortOf({ sort = [] }: Roster, catalogue: FieldCatalogue): Sort {
  const own = sort.filter(({ field }) => catalogue.field(field));
  return own.length > 0 ? own : [{ field: 'mainUnit' }, ...insideUnit];
}

interface Placed {
  readonly id: string;
  readonly unit: string | null;
}

/**
 * Puts people under the units that head their groups, these in statutory order. An institution may have other ones
 * between its offices, so that the order of the units alone would tear it apart.
 */
function grouping(by: RosterGrouping, units: UnitTree) {
  const places = new Map(units.units.map(({ id }, place) => [id, place]));
  const headOf = (id: string | null): string | null => {
    let unit = id === null ? undefined : units.find(id);
    while (by === 'institution' && unit?.kindCode === internalOffice && unit.parent !== null)
      unit = units.find(unit.parent);
    return unit?.id ?? null;
  };
  const placeOf = ({ unit }: Placed): number => (unit === null ? Infinity : (places.get(unit) ?? Infinity));
  return {
    inOrder: (people: readonly Placed[]): readonly Placed[] =>
      people
        .map(({ id, unit }) => ({ id, unit: headOf(unit) }))
        .toSorted((a, b) => (placeOf(a) === placeOf(b) ? byId(a, b) : placeOf(a) - placeOf(b))),
  };
}

/** Keeps the people of a unit together that has no place in the order. */
function byId({ unit: a }: Placed, { unit: b }: Placed): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** 内设机构 (B0194) */
const internalOffice = '2';

/** A column that nobody could see is a mistake of the roster, not a right that the reader lacks. */
async function requirePossible(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { columns }: Roster,
): Promise<void> {
  const permissions = new Set<Permission>([...actor.permissions, 'cadre:sensitive']);
  const problems = columnProblems(columns, await catalogueFor(store, tables, { ...actor, permissions }));
  if (problems.length > 0) throw errors.invalid(problems.join(''), { problems });
}
