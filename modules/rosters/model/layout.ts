import type { FieldCatalogue } from '#platform/model';
import { cellOf, type RosterCell } from './formats/cell.ts';
import type { PersonValues } from './formats/person-values.ts';
import type { RosterColumn } from './roster.ts';

/** A group of a book (分组) with the numbers of its people in the book. */
export interface RosterGroup {
  /** The unit; null for people without one. */
  readonly unit: string | null;
  readonly name: string;
  readonly count: number;
  /** The number of its first person. */
  readonly first: number;
}

/** A row of a roster as it is laid out. */
export type RosterRow =
  | { readonly kind: 'group'; readonly group: RosterGroup }
  | { readonly kind: 'person'; readonly id: string; readonly cells: readonly RosterCell[] };

export type RosterPerson = PersonValues & { readonly id: string };

export const withoutUnit = '未归属';

/** The groups of people who stand one behind the other, named by their units. */
export function groupsOf(
  units: readonly (string | null)[],
  nameOf: (unit: string) => string,
): readonly RosterGroup[] {
  const groups: { unit: string | null; name: string; count: number; first: number }[] = [];
  for (const [index, unit] of units.entries()) {
    const last = groups.at(-1);
    if (last?.unit === unit) last.count += 1;
    else groups.push({ unit, name: unit === null ? withoutUnit : nameOf(unit), count: 1, first: index + 1 });
  }
  return groups;
}

/**
 * The row of one person and, before the first of a group, that of the group. `number` is the place in the book, from 1;
 * `groups` are those of the whole book, none when it is not grouped.
 */
export function rowsOfPerson(
  person: RosterPerson,
  number: number,
  columns: readonly RosterColumn[],
  groups: ReadonlyMap<number, RosterGroup>,
  catalogue: FieldCatalogue,
): readonly RosterRow[] {
  const group = groups.get(number);
  const cells = columns.map(({ content }) => cellOf(content, person, number, catalogue));
  return [...(group ? [{ kind: 'group', group } as const] : []), { kind: 'person', id: person.id, cells }];
}

/** The groups by the number of their first person. */
export function groupsByFirst(groups: readonly RosterGroup[]): ReadonlyMap<number, RosterGroup> {
  return new Map(groups.map((group) => [group.first, group]));
}
