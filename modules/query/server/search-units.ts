import type { DataScope } from '#platform/model';
import type { UnitTree } from '#modules/organization/server';

/** A unit as the search box shows it. */
export interface FoundUnit {
  readonly id: string;
  readonly name: string;
  /** The names from the topmost unit down to this one. */
  readonly path: string[];
}

/** Units within reach by name, short name or initials: whole names before beginnings before parts. */
export function searchUnits(tree: UnitTree, scope: DataScope, text: string, limit: number): FoundUnit[] {
  const term = text.replaceAll(/\s/g, '').toLowerCase();
  const reach =
    scope.kind === 'everything' ? null : new Set(scope.units.flatMap((unit) => tree.within(unit)));
  return tree.units
    .filter(({ id }) => reach?.has(id) ?? true)
    .map((unit) => ({ unit, rank: rankOf(unit, term) }))
    .filter(({ rank }) => rank < noMatch)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ unit: { id, name } }) => ({ id, name, path: tree.pathOf(id) }));
}

const noMatch = 4;

function rankOf(
  unit: { readonly name: string; readonly shortName: string; readonly pinyin: string },
  term: string,
): number {
  const names = [unit.name, unit.shortName].map((name) => name.toLowerCase()).filter((name) => name !== '');
  if (names.includes(term)) return 0;
  if (names.some((name) => name.startsWith(term))) return 1;
  if (names.some((name) => name.includes(term))) return 2;
  return unit.pinyin.split(' ').some((initials) => initials.startsWith(term)) ? 3 : noMatch;
}
