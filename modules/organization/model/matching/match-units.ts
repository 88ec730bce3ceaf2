import { likeness, matchingName, pairsOf } from './matching-name.ts';

/** A unit as far as files may name it. */
export interface MatchableUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly formerNames: readonly string[];
  /** 机构编码 (B0114); empty where there is none. */
  readonly publicCode: string;
  readonly abolished: boolean;
  /** The name of the unit above; empty at the top. */
  readonly above: string;
}

/** How a file names a unit. */
export interface AskedUnit {
  /** 机构编码 (B0114), where the file has one. */
  readonly code?: string | undefined;
  readonly name: string;
  /** The name of the unit above, where the file has one. */
  readonly above?: string | undefined;
}

export type MatchReason = 'code' | 'name' | 'short-name' | 'former-name' | 'similar';

export interface UnitCandidate {
  readonly id: string;
  readonly reason: MatchReason;
  /** From 0 to 1. */
  readonly likeness: number;
}

export type UnitMatch =
  | { readonly kind: 'known'; readonly id: string; readonly by: MatchReason }
  | { readonly kind: 'open'; readonly candidates: readonly UnitCandidate[] };

/** Finds units as files name them. */
export type UnitMatcher = (asked: AskedUnit) => UnitMatch;

const mostCandidates = 8;
const leastLikeness = 0.4;
/** Of so many units that share most with a name their likeness is worked out. */
const mostCompared = 60;

interface Named {
  readonly unit: MatchableUnit;
  readonly reason: MatchReason;
}

/**
 * A matcher over all units. Known is the one unit that has the code and, if a name came along, bears it or a like one; or the
 * one unit that bears the name, else the short name, else bore it. Whatever fits several units, or only nearly one, is
 * left to the operator, the most likely first.
 */
export function unitMatcherOf(units: readonly MatchableUnit[]): UnitMatcher {
  const byCode = Map.groupBy(
    units.filter(({ publicCode }) => publicCode !== ''),
    ({ publicCode }) => codeKey(publicCode),
  );
  const byName = new Map<string, Named[]>();
  const add = (name: string, unit: MatchableUnit, reason: MatchReason): void => {
    const key = matchingName(name);
    if (key === '') return;
    const named = byName.get(key);
    if (!named) byName.set(key, [{ unit, reason }]);
    else if (!named.some((each) => each.unit === unit)) named.push({ unit, reason });
  };
  for (const unit of units) {
    add(unit.name, unit, 'name');
    add(unit.above + unit.name, unit, 'name');
    add(unit.shortName, unit, 'short-name');
    for (const name of unit.formerNames) add(name, unit, 'former-name');
  }
  /** Made when a name is first not clear. */
  let similarTo: ReturnType<typeof similarFinder> | undefined;

  return (asked) => {
    const name = matchingName(asked.name);
    const coded = byCode.get(codeKey(asked.code ?? '')) ?? [];
    const [first, ...rest] = coded;
    if (first && rest.length === 0 && (name === '' || likest(first, name) >= leastLikeness)) {
      return { kind: 'known', id: first.id, by: 'code' };
    }
    const named = best(byName.get(name) ?? [], asked.above);
    const [only, ...others] = named;
    if (only && others.length === 0 && coded.length === 0) {
      return { kind: 'known', id: only.unit.id, by: only.reason };
    }
    const exact: UnitCandidate[] = [
      ...coded.map((unit) => ({ id: unit.id, reason: 'code' as const, likeness: likest(unit, name) })),
      ...named.map(({ unit, reason }) => ({ id: unit.id, reason, likeness: 1 })),
    ];
    similarTo ??= similarFinder(units);
    const similar = similarTo(name);
    const candidates = new Map([...exact, ...similar].toReversed().map((each) => [each.id, each]));
    return { kind: 'open', candidates: [...candidates.values()].toReversed().slice(0, mostCandidates) };
  };
}

/** Of the units that a name fits those that it fits best: by the unit above, then names before short before former, then living. */
function best(named: readonly Named[], above = ''): readonly Named[] {
  const below = named.filter(
    ({ unit }) => above !== '' && likeness(matchingName(unit.above), matchingName(above)) > 0.6,
  );
  const pool = below.length > 0 ? below : named;
  const reasons: readonly MatchReason[] = ['name', 'short-name', 'former-name'];
  const reason = reasons.find((each) => pool.some((one) => one.reason === each));
  const fitting = pool.filter((one) => one.reason === reason);
  const living = fitting.filter(({ unit }) => !unit.abolished);
  return living.length > 0 ? living : fitting;
}

/** Finds the units with a name like the given one; what names of units have in common is looked up, not read through. */
function similarFinder(units: readonly MatchableUnit[]): (name: string) => UnitCandidate[] {
  const withPair = new Map<string, Set<MatchableUnit>>();
  for (const unit of units) {
    for (const name of namesOf(unit)) {
      for (const pair of pairsOf(matchingName(name))) {
        const having = withPair.get(pair);
        if (having) having.add(unit);
        else withPair.set(pair, new Set([unit]));
      }
    }
  }
  return (name) => {
    const shared = new Map<MatchableUnit, number>();
    for (const pair of new Set(pairsOf(name))) {
      for (const unit of withPair.get(pair) ?? []) shared.set(unit, (shared.get(unit) ?? 0) + 1);
    }
    return [...shared]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, mostCompared)
      .map(([unit]) => ({
        id: unit.id,
        reason: 'similar' as const,
        likeness: likest(unit, name) - (unit.abolished ? 0.05 : 0),
      }))
      .filter((candidate) => candidate.likeness >= leastLikeness)
      .toSorted((one, other) => other.likeness - one.likeness)
      .slice(0, mostCandidates);
  };
}

/** How like the name is to the one of the unit's names that is the likest. */
function likest(unit: MatchableUnit, name: string): number {
  return Math.max(...namesOf(unit).map((each) => likeness(matchingName(each), name)));
}

function namesOf(unit: MatchableUnit): string[] {
  const { name, shortName, above, formerNames } = unit;
  return [name, shortName, above + name, ...formerNames].filter((each) => each !== '');
}

function codeKey(code: string): string {
  return code.replace(/\s/gu, '').toUpperCase();
}
