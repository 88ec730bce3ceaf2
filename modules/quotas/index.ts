export {
  buckets,
  isRankGroup,
  leadingBuckets,
  rankBuckets,
  rankGroups,
  tableBuckets,
  type Bucket,
  type LeadingBucket,
  type RankGroup,
  type TableBucket,
} from './model/buckets.ts';
export { never, type Career, type CareerPost, type CareerStanding, type Role } from './model/career.ts';
export {
  careerFromRecords,
  careerSets,
  isRole,
  leftOn,
  namesAttachment,
  signsOfLeaving,
  type CareerRules,
} from './model/career-from-records.ts';
export { approvedOn, isSlotThere, staffOn, type Approved } from './model/approved.ts';
export { firstDay, isHeld } from './model/held.ts';
export { mainPost } from './model/main-post.ts';
export { bucketOf, roleOf } from './model/leading-places.ts';
export { applyMoves, whatIf, type Move, type NewPost, type PendingChange } from './model/moves.ts';
export { type NotCounted, type Place, type PlaceOn } from './model/place.ts';
export { type PlaceTools } from './model/place-tools.ts';
export { placesOf, placesOn } from './model/places.ts';
export { poolStaff, rankPools, ratioLimits } from './model/pools.ts';
export {
  balance,
  bucketsOf,
  placeBuckets,
  quotaLines,
  type QuotaLine,
  type Tally,
} from './model/quota-lines.ts';
export { reasonText } from './model/reasons.ts';
export { asRecorded, recordedDates } from './model/recorded-dates.ts';
export {
  defaultQuotaPolicies,
  policyOn,
  quotaPolicies,
  readQuotaPolicies,
  resetQuotaPolicies,
  rulesUnder,
  saveQuotaPolicies,
  type QuotaPolicy,
} from './model/rules/quota-policy.ts';
export { type QuotaRules } from './model/rules/quota-rules.ts';
export { levelOn, rankOn, standingCodes, type StandingCodes } from './model/standing.ts';
export * from './model/contracts.ts';
export {
  gradeOn,
  isThere,
  lifeOn,
  nameOn,
  unitQuota,
  unitQuotaSets,
  type ApprovedRow,
  type Slot,
  type UnitQuota,
} from './model/unit-quota.ts';
export { placeUnits, type PlaceUnits, type SlotRule, type UnitKind } from './model/units.ts';
export { vacanciesOf, type CountedSpan, type Vacancy } from './model/vacancies.ts';
