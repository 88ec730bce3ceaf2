/** A wrong cell with what is wrong. */
export interface CellMark {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

/** The wrong cells of one sheet of a workbook. */
export interface SheetMarks {
  /** The position of the sheet among those with rows. */
  readonly sheet: number;
  /** The last row of the head: beside it stands the head of the added column. */
  readonly headRow: number;
  /** The head of the added column. */
  readonly head: string;
  /** By row, then by column (from 0); a row may be wrong as a whole. */
  readonly marks: readonly CellMark[];
}
