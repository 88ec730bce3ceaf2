export { sheetsWeb } from './sheets-web.ts';
