export { rostersWeb } from './rosters-web.ts';
