export { queryWeb } from './query-web.ts';
