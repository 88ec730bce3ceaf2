export { reserveSets } from './model/sets/all.ts';
