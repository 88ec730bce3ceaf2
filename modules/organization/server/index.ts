export { organizationRoutes } from './routes.ts';
export { type UnitUses } from './change-unit.ts';
export { requireUnitInReach } from './reach.ts';
export { unitProjection } from './unit-projection.ts';
export { readUnitTree, type UnitTree } from './unit-tree.ts';
export { readUnitHistories, unitsAsOf } from './units-as-of.ts';
