export {
  chosenNumber,
  reorganizationPlan,
  reorganizationStep,
  type ReorganizationPlan,
  type ReorganizationStep,
} from './model/plan.ts';
export {
  planReorganization,
  unitsOfMoves,
  type PlannedReorganization,
  type ReorganizationRecords,
} from './model/plan-reorganization.ts';
export { reorganizationProblem, type ReorganizationProblem } from './model/problems.ts';
export { type MovedPerson, type MovedPost } from './model/people/move-person.ts';
export { type MovedSlot } from './model/move-slots.ts';
export { type MovedNumber, type QuotaMoves } from './model/quota-moves.ts';
export {
  personSets,
  unitSets,
  type KnownUnit,
  type PlannedEdit,
  type ReadPerson,
  type ReadSets,
} from './model/records.ts';
export { runSteps, type PostMove, type UnitsPlan } from './model/steps/run-steps.ts';
export { unitsConcerned } from './model/steps/units-concerned.ts';
export * from './model/contracts.ts';
