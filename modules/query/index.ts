export * from './model/contracts.ts';
export * from './model/saved-contracts.ts';
export * from './model/band-contracts.ts';
export { bandSetProblem } from './model/check-band-set.ts';
export { runStatistics } from './model/statistics-contract.ts';
export { setWords } from './model/set-words.ts';
