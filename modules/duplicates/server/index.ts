export { duplicatesRoutes } from './routes.ts';
