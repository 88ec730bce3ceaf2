export * from './model/contracts.ts';
export { findPairs, type Likeness, type Suspect, type SuspectPair } from './model/find-pairs.ts';
export {
  contentOf,
  isPrintedList,
  mergePeople,
  separatePeople,
  verifiedSide,
  type Choices,
} from './model/merge-people.ts';
export { type PastMerge } from './model/verified-dates-back.ts';
export {
  disputeRefusal,
  verificationDisputes,
  type VerificationDispute,
} from './model/verification-disputes.ts';
