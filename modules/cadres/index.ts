export { cadreSets } from './model/sets/all.ts';
export { familyMemberSet } from './model/sets/a36-family-member.ts';
export { codeEthnic, codePolitical, codeSex } from './model/coding/code-text.ts';
export { codedItem } from './model/coding/coder.ts';
export { codeNativePlace } from './model/coding/native-place.ts';
export { formMap, type FormMapping } from './model/form/form-map.ts';
export { currentProposal, formFromSets, formSets, type PersonForm } from './model/form/form-from-sets.ts';
export { formForPrinting } from './model/form/form-for-printing.ts';
export { personSet } from './model/sets/a01-person.ts';
export { resumeTextFrom } from './model/resume/resume-text.ts';
export { resumeRows } from './model/resume/resume-rows.ts';
export { shortHash } from './model/resume/short-hash.ts';
export * from './model/contracts.ts';
export { createUnitIndex, type UnitIndex } from './model/suggestions/unit-index.ts';
export { suggestUnit, unitWords } from './model/suggestions/suggest-unit.ts';
export { suggestPosts } from './model/suggestions/suggest-posts.ts';
export { suggestEducation } from './model/suggestions/suggest-education.ts';
export { type Suggestion } from './model/suggestions/suggestion.ts';
export { personDoubts } from './model/doubts/person-doubts.ts';
export { cadreFacts } from './model/facts/all.ts';
export { defaultRules } from './model/facts/default-rules.ts';
export { type RuleBook } from './model/facts/rule-book.ts';
export { lacksEvidence } from './model/verified/kept-verifications.ts';
export {
  datesAgree,
  isAsVerified,
  keepSettled,
  settledDates,
  verifiedDateOf,
  type SettledDate,
} from './model/verified/verified-facts.ts';
