import type { PrintedTable } from '../table/printed-table.ts';

/** A table and the name of its sheet. */
export interface Sheet extends PrintedTable {
  /** At most 31 characters without \ / ? * [ ] : */
  name: string;
  /** So many columns stay in view beside title and head, which always do. */
  frozenColumns?: number;
}
