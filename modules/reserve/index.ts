export { reserveSets } from './model/sets/all.ts';
export { poolSchema, type Pool, type TargetLine } from './model/pools/pool.ts';
export { deliveredPools } from './model/pools/delivered-pools.ts';
export {
  candidatesQuestion,
  isMember,
  leaversQuestion,
  lineQuestion,
  membersQuestion,
} from './model/pools/pool-questions.ts';
export {
  countsOn,
  isInOrComing,
  isOfPool,
  withEntry,
  withExit,
  withPoolRenamed,
  withReview,
  type EntryDetails,
} from './model/members/memberships.ts';
export { monthsInPool, outcomeOf, type Outcome } from './model/figures/promotion.ts';
export { byBatch, byYear, useFigures } from './model/figures/use-figures.ts';
export { lineFigures } from './model/figures/target-figures.ts';
export { deliveredTags, tagKinds, tagList, type TagKind, type TagList } from './model/tags/delivered-tags.ts';
export { withoutTag, withTag, withTagsMerged, type Tag } from './model/tags/tag-rows.ts';
export * from './model/contracts.ts';
export * from './model/tag-contracts.ts';
