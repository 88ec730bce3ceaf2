export { organizationRoutes } from './routes.ts';
export { type UnitUses } from './end-unit.ts';
export { requireUnitInReach } from './reach.ts';
export { unitProjection } from './unit-projection.ts';
export { readUnitTree, type UnitTree } from './unit-tree.ts';
export { unitsAsOf } from './units-as-of.ts';
export { matchUnit, unitMatcher, type MatchedUnit } from './matching/unit-matcher.ts';
export { presentedMatch } from './matching/presented-match.ts';
export { rememberMatch, type SaidMatch } from './matching/remembered-matches.ts';
