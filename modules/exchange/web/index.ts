export { changesWeb, exchangeWeb } from './places.ts';
