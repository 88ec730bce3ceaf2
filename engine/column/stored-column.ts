import type { SaveBlock } from '../memory/saved-block.ts';
import type { Table } from '../table/dataset.ts';
import type { ColumnSchema, SetSchema } from '../table/schema.ts';
import type { ColumnBatch } from '../table/loading/people-batch.ts';
import type { KeyColumn } from './key-column.ts';

/** What every column is told about itself. */
export interface ColumnPlace {
  readonly schema: ColumnSchema;
  readonly set: SetSchema;
  readonly table: Table;
}

/** The side of a column that is written. */
export interface ColumnWriter extends ColumnPlace {
  /** The keys it consists of; the table makes room in them. */
  readonly stored: readonly KeyColumn[];
  /** Puts a value of a source row into a row; what cannot be a value of the kind is not filled in. */
  write(row: number, value: unknown): void;
  /** Puts the values of a batch into rows from `first` on, in which nothing is yet. */
  load(first: number, batch: ColumnBatch): void;
  /** Where a value stands in the order of time of its set; 0 for none. */
  place(value: unknown): number;
  /** The rows of the table got other numbers, and the stored keys with them. */
  rowsMoved?(): void;
  /** A plain description for a snapshot. */
  save(block: SaveBlock): unknown;
}
