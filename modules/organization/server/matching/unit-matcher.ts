import { isPublished, type Store } from '#platform/server';
import {
  matchingName,
  unitMatcherOf,
  type AskedUnit,
  type MatchReason,
  type UnitCandidate,
  type UnitNode,
} from '#modules/organization';
import { withUnits } from '../tables.ts';
import { readUnitTree, type UnitTree } from '../unit-tree.ts';

/** A unit that is clear, `null` for one that the operator said is none of ours; or those that it may be. */
export type MatchedUnit =
  | { readonly unit: UnitNode | null; readonly by: MatchReason | 'remembered' }
  | { readonly candidates: readonly (UnitCandidate & { readonly unit: UnitNode })[] };

/**
 * Finds units as files name them: first as an operator once said, then by code, name, short name and former name. Make
 * it once for many names.
 */
export async function unitMatcher(store: Store): Promise<(asked: AskedUnit) => MatchedUnit> {
  const tree = await readUnitTree(store);
  const remembered = await readRemembered(store);
  const match = unitMatcherOf(await matchable(store, tree));
  return (asked) => {
    const said = remembered.get(keyOf(asked.code ?? '', asked.name)) ?? remembered.get(keyOf('', asked.name));
    if (said !== undefined) {
      const unit = said === none ? null : tree.find(said);
      // A match with a unit that is gone is no answer any more.
      if (unit !== undefined) return { unit, by: 'remembered' };
    }
    const found = match(asked);
    if (found.kind === 'known') {
      const unit = tree.find(found.id);
      if (unit) return { unit, by: found.by };
    }
    const candidates = found.kind === 'open' ? found.candidates : [];
    return {
      candidates: candidates.flatMap((candidate) => {
        const unit = tree.find(candidate.id);
        return unit ? [{ ...candidate, unit }] : [];
      }),
    };
  };
}

/** Finds one unit as a file names it. */
export async function matchUnit(store: Store, asked: AskedUnit): Promise<MatchedUnit> {
  return (await unitMatcher(store))(asked);
}

const none = '';

async function readRemembered(store: Store): Promise<Map<string, string>> {
  const rows = await withUnits(store.db)
    .selectFrom('unit_matches')
    .select(['code', 'name', 'unit'])
    .execute();
  return new Map(rows.map(({ code, name, unit }) => [keyOf(code, name), unit ?? none]));
}

function keyOf(code: string, name: string): string {
  return `${code.trim()}\n${matchingName(name)}`;
}

async function matchable(store: Store, tree: UnitTree) {
  const rows = await withUnits(store.db)
    .selectFrom('unit_index')
    .select(['id', 'public_code as publicCode'])
    .where(isPublished('draft'))
    .execute();
  return rows.flatMap(({ id, publicCode }) => {
    const unit = tree.find(id);
    if (!unit || unit.kindCode === '3') return [];
    const { name, shortName, formerNames = [], abolished = false, parent } = unit;
    return [{ id, name, shortName, formerNames, publicCode, abolished, above: tree.nameOf(parent ?? '') }];
  });
}
