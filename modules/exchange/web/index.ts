export { exchangeWeb } from './places.ts';
