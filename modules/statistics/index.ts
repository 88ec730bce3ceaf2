export * from './model/contracts.ts';
export * from './model/team/contracts.ts';
export * from './model/team/rules.ts';
export { standardTables } from './model/tables/all.ts';
export { type ColumnGroup, type RowAxis, type StandardTable, type UnitRows } from './model/standard-table.ts';
export { drillQuestion } from './model/drill.ts';
export { lineShares, rowShares } from './model/table-shares.ts';
export { tableBlocks, type TableBlock } from './model/table-blocks.ts';
export { dueWithin, retirementBands } from './model/retirement-years.ts';
export { ageFigures } from './model/team/ages.ts';
export { teamAdvice } from './model/team/advice.ts';
export * from './model/own/own-contracts.ts';
export {
  ownTableSpec,
  questionOfBase,
  type OwnKey,
  type OwnTableSpec,
  type TableBase,
} from './model/own/own-table-spec.ts';
export { ownTable } from './model/own/own-table.ts';
export { type CountedTable } from './model/counted-table.ts';
