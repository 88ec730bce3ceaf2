import type { Condition, Group, GroupKey } from '#engine';
import type { BandSet } from '#platform/model';
import type { UnitNode } from '#modules/organization';
import type { UnitTree } from '#modules/organization/server';
import { groupKeyOf } from '#modules/query/server';
import { dueWithin, retirementBands, type RowAxis } from '#modules/statistics';
import { exactly, grassroots, topUnits, unitHeads, unitTypes } from './unit-rows.ts';

/** The engine takes no more heads. */
const mostHeads = 1000;

/** How the rows of a table are counted. */
export interface Rows {
  readonly key: GroupKey;
  /** Who has a row at all. */
  readonly where?: Condition;
  /** Rows that are there even when nobody stands in them; others follow as they occur. */
  readonly always?: readonly { readonly value: string; readonly label: string; readonly where: Condition }[];
  /** The field by which people belong to a unit in this table. */
  readonly unitField: string;
}

/** Turns the rows that a table declares into a key that the engine groups by. */
export function rowsOf(axis: RowAxis, units: UnitTree, bandSets: readonly BandSet[], asOf: string): Rows {
  switch (axis.by) {
    case 'groups':
      return { key: groupKeyOf(axis.key, bandSets), unitField: 'mainUnit' };
    case 'retirement-years':
      return {
        key: { field: 'retirementDate', bands: retirementBands(asOf, axis.years) },
        where: dueWithin(asOf, axis.years),
        unitField: 'mainUnit',
      };
    case 'units':
      return unitRows(axis.units, units);
  }
}

function unitRows(kind: Extract<RowAxis, { by: 'units' }>['units'], units: UnitTree): Rows {
  const field = 'teamUnit';
  switch (kind) {
    case 'teams':
      return { key: { field }, unitField: field };
    case 'grassroots-teams': {
      const towns = grassroots(units);
      const where: Condition = { op: 'in', field, values: towns.map(({ id }) => id), exact: true };
      return {
        key: { field },
        unitField: field,
        where: towns.length > 0 ? where : { op: 'any', of: [] },
        always: towns.map(({ id, name, shortName }) => ({
          value: id,
          label: shortName || name,
          where: exactly(field, id),
        })),
      };
    }
    case 'units':
      return { key: byUnits(topUnits(units)), unitField: 'mainUnit' };
    case 'unit-types':
      return { key: byUnits(unitTypes(units)), unitField: 'mainUnit' };
  }
}

/** By the main post: a group for each of these units with all below it; by single units where there are too many. */
export function byUnits(members: readonly UnitNode[]): GroupKey {
  const field = 'mainUnit';
  return members.length === 0 || members.length > mostHeads
    ? { field }
    : { field, heads: unitHeads(members) };
}

/** The value by which a group is found again. */
export function groupId({ value }: Pick<Group, 'value'>): string {
  return JSON.stringify(value);
}
