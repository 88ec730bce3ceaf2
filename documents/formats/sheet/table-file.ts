/** What a cell holds: the text as one reads it, and how it was kept. */
export interface SheetCell {
  /** Dates as 1972, 1972-11 or 1972-11-05; numbers with the decimals that their format shows, else as short as they are. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
}

/** A row that holds something. */
export interface SheetRow {
  /** As the program shows it, the first being 1; in a text file the number of the record. */
  readonly number: number;
  readonly isHidden: boolean;
  /** By column, the first being 0; null and what lies behind the end is empty. */
  readonly cells: readonly (SheetCell | null)[];
}

/** Cells that are one for the eye: rows from 1, columns from 0, all included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The rows of a sheet in batches, to be read once. */
export interface SheetRows extends AsyncIterable<readonly SheetRow[]> {
  /** Complete when the last row was read. */
  readonly merged: readonly MergedCells[];
}

export interface SheetInfo {
  readonly name: string;
  readonly isHidden: boolean;
}

/** A file of tables that was opened. */
export interface TableFile {
  readonly kind: 'xlsx' | 'csv';
  readonly sheets: readonly SheetInfo[];
  /** Numbers of dates count from 1904. */
  readonly is1904: boolean;
  /** The rows of the sheet of that position. A broken sheet ends the iteration with a SheetRefusal. */
  rows(sheet: number): SheetRows;
}
