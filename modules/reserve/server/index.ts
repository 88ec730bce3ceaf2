export { reserveRoutes } from './routes.ts';
