import { foldText } from '#engine';
import type { DataScope } from '#platform/model';
import type { UnitNode } from '#modules/organization';
import type { UnitTree } from '#modules/organization/server';

/** A unit as the search box shows it. */
export interface FoundUnit {
  readonly id: string;
  readonly name: string;
  /** The names from the topmost unit down to this one. */
  readonly path: string[];
  /** The name of the past by which it was found. */
  readonly formerName?: string;
  readonly abolished?: boolean;
}

/** Units within reach by name, short name or initials: whole names before beginnings before parts, names of the past last. */
export function searchUnits(tree: UnitTree, scope: DataScope, text: string, limit: number): FoundUnit[] {
  const term = foldText(text.replaceAll(/\s/g, ''));
  const reach =
    scope.kind === 'everything' ? null : new Set(scope.units.flatMap((unit) => tree.within(unit)));
  return tree.units
    .filter(({ id }) => reach?.has(id) ?? true)
    .map((unit) => ({ unit, rank: rankOf(unit, term) }))
    .filter(({ rank }) => rank < noMatch)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ unit, rank }) => ({
      id: unit.id,
      name: unit.name,
      path: tree.pathOf(unit.id),
      ...(rank === formerMatch ? { formerName: formerNameOf(unit, term) ?? '' } : {}),
      ...(unit.abolished ? { abolished: true } : {}),
    }));
}

const formerMatch = 4;
const noMatch = 5;

function rankOf(unit: UnitNode, term: string): number {
  const names = [unit.name, unit.shortName].map((name) => foldText(name)).filter((name) => name !== '');
  if (names.includes(term)) return 0;
  if (names.some((name) => name.startsWith(term))) return 1;
  if (names.some((name) => name.includes(term))) return 2;
  if (unit.pinyin.split(' ').some((initials) => initials.startsWith(term))) return 3;
  return formerNameOf(unit, term) === undefined ? noMatch : formerMatch;
}

function formerNameOf({ formerNames = [] }: UnitNode, term: string): string | undefined {
  return formerNames.find((name) => foldText(name).includes(term));
}
