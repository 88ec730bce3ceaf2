export { ownAges, type CellAges } from './own/own-ages.ts';
export { statisticsRoutes } from './routes.ts';
