export * from './model/roster.ts';
export * from './model/contracts.ts';
export { asOfDate, longDate } from './model/as-of.ts';
export { predefinedRosters } from './model/predefined.ts';
export { columnProblems, visibleColumns } from './model/check-columns.ts';
export { fieldsOfContent, type RosterCell } from './model/formats/cell.ts';
export {
  groupsByFirst,
  groupsOf,
  rowsOfPerson,
  type RosterGroup,
  type RosterPerson,
  type RosterRow,
} from './model/layout.ts';
export { photoColumns } from './model/photo-columns.ts';
export * from './model/template-contracts.ts';
export { headKeys, peopleLoop, rowKeys, templateColumns, type HeadKey } from './model/template-keys.ts';
