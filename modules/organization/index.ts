export { organizationSets } from './model/sets/all.ts';
export {
  createUnit,
  listUnits,
  listUnitsOn,
  orderUnits,
  readUnitsVersion,
  unitNode,
  type UnitNode,
} from './model/contracts.ts';
export {
  changeUnit,
  editQuotaSet,
  editUnitSet,
  previewUnitChange,
  quotaSets,
  readUnit,
  type UnitChange,
  type UnitUse,
} from './model/unit-contracts.ts';
export { numberTree, type TreeNumbers, type TreeUnit } from './model/number-tree.ts';
export { sourceUnits } from './model/source-units.ts';
export {
  endsUnit,
  eventCodes,
  firstDay,
  hasHappened,
  unitEvents,
  type UnitEvent,
} from './model/history/unit-events.ts';
export {
  formerNames,
  nameSpans,
  unitEndOn,
  unitLifeOn,
  unitNow,
  unitStateOn,
  type NameSpan,
  type UnitLife,
  type UnitNow,
  type UnitState,
} from './model/history/unit-state.ts';
export { treeAsOf, type UnitOnDay, type UnitWithHistory } from './model/history/tree-as-of.ts';
export { planUnitChange, takenIn, type UnitRecords } from './model/operations/plan-unit-change.ts';
export { unitChangeError } from './model/operations/unit-change-error.ts';
export { matchingName } from './model/matching/matching-name.ts';
export {
  unitMatcherOf,
  type AskedUnit,
  type MatchReason,
  type UnitCandidate,
} from './model/matching/match-units.ts';
export {
  forgetUnitMatch,
  listUnitMatches,
  matchUnits,
  saveUnitMatch,
  unitChoice,
  type UnitChoice,
} from './model/matching/match-contracts.ts';
