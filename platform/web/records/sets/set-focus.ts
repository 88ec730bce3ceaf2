/** A field to go to: of a row, of a new row (`null`), or of the only row. */
export interface SetFocus {
  readonly set: string;
  readonly row: string | null;
  readonly field: string;
}
