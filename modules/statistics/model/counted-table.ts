import type { TableAnswer } from './contracts.ts';

/** What is shown and printed of a table, a standard one or an own one. */
export type CountedTable = Omit<TableAnswer, 'id' | 'version'>;
