export { organizationRoutes } from './routes.ts';
export { unitProjection } from './unit-projection.ts';
export { readUnitTree, type UnitTree } from './unit-tree.ts';
