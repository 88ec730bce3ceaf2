export { organizationSets } from './model/sets/all.ts';
export { createUnit, listUnits, unitNode, type UnitNode } from './model/contracts.ts';
export { numberTree, type TreeNumbers, type TreeUnit } from './model/number-tree.ts';
export { sourceUnits } from './model/source-units.ts';
