import type { MatchReason, UnitChoice } from '#modules/organization';
import type { UnitTree } from '../unit-tree.ts';
import type { MatchedUnit } from './unit-matcher.ts';

/** A match as the operator sees it; units out of reach are not offered. */
export interface PresentedMatch {
  unit?: string | null;
  by?: MatchReason | 'remembered';
  candidates: UnitChoice[];
}

export function presentedMatch(
  match: MatchedUnit,
  tree: UnitTree,
  reaches: (unit: string) => boolean,
): PresentedMatch {
  if ('unit' in match) {
    if (match.unit !== null && !reaches(match.unit.id)) return { candidates: [] };
    return { unit: match.unit?.id ?? null, by: match.by, candidates: [] };
  }
  return {
    candidates: match.candidates
      .filter(({ id }) => reaches(id))
      .map(({ unit, reason }) => ({
        id: unit.id,
        name: unit.name,
        path: tree.pathOf(unit.id).slice(0, -1),
        reason,
        abolished: unit.abolished ?? false,
      })),
  };
}
