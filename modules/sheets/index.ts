export * from './model/bulk-contracts.ts';
export { type CellProblem, type CellReading } from './model/cell-reading.ts';
export { findHead, headRows, headsAt, type SheetHead } from './model/find-head.ts';
export { hasMergedRows, MergedRows } from './model/merged-rows.ts';
export { headSignature, suggestMapping, type Mapping } from './model/map-heads.ts';
export {
  birthMonth,
  matchPerson,
  nameKey,
  nationalIdText,
  type KnownPerson,
  type PersonClaim,
  type PersonMatch,
} from './model/match-person.ts';
export { RowFinder, type CodeOf } from './model/find-row.ts';
export { RowMerger, type OtherDateQuestion, type RowOutcome, type RowProblem } from './model/merge-rows.ts';
export { readCell, type CellContext } from './model/read-cell.ts';
export { readDateCell } from './model/read-date-cell.ts';
export { datePairs, lifeDates, pastDates } from './model/field-relations.ts';
export { rowIdentity, rowKeys, type RowIdentity } from './model/row-identity.ts';
export {
  identityColumns,
  identityOf,
  personIdHead,
  rowIdHead,
  sheetFields,
  takesSheets,
  targetLabel,
  type IdentityKey,
} from './model/targets.ts';
export { knowsMore, type WantedRow, type WantedValue } from './model/wanted-row.ts';
export { checkPhoto, type PhotoCheck } from './model/photo-checks.ts';
export { claimOfPhoto, matchPhoto } from './model/photo-name.ts';
