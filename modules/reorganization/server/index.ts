export { reorganizationRoutes } from './routes.ts';
export { reorganizeTask } from './reorganize.ts';
