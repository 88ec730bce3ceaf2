export { duplicatesWeb } from './duplicates-web.ts';
