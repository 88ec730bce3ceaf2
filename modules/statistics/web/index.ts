export { statisticsWeb } from './statistics-web.ts';
