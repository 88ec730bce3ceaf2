import type { ColumnBatch } from './loading/people-batch.ts';
import type { SourcePerson } from './source.ts';
import { StoredTable } from './stored-table.ts';

/** The root table: a row a person, with the columns of all sets that do not repeat. */
export class PersonRows extends StoredTable {
  /** Puts a person's single rows into a row. */
  write(row: number, sets: SourcePerson['sets']): void {
    for (const { key, column } of this.columns) {
      column.write(row, sets[column.set.name]?.[0]?.[key]);
    }
  }

  /** Puts the single rows of a batch of people into new rows. */
  load(first: number, columns: readonly ColumnBatch[]): void {
    this.loadColumns(first, columns);
  }
}
