/**
 * What kind of values a column holds. Inside, every value is an unsigned whole number, its *key*, and 0 is "not filled
 * in":
 * - `code`: one of a dictionary of codes; text of few distinct values is a code without a table
 * - `unit`: a place in the tree of units, in statutory order, so that "this unit and all below" is one range
 * - `date`: a date that keeps its precision (see `column/date-key.ts`)
 * - `number`: a whole number
 * - `text`: a string of a pool, in which equal strings are stored once
 * - `paragraph`: a long string of its own, searched by an index of character pairs
 */
export type ColumnKind = 'code' | 'unit' | 'date' | 'number' | 'text' | 'paragraph';

/** A code as far as the engine needs it. */
export interface CodeEntry {
  readonly code: string;
  readonly label: string;
  readonly parent?: string | undefined;
}

/** A code table, shared by all columns that name it. Order matters: codes sort in the order of the table. */
export interface CodeList {
  readonly id: string;
  readonly entries: readonly CodeEntry[];
}

export interface ColumnSchema {
  /** The path of the field, `A01.sexCode`; unique in the whole dataset. */
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** The code list of a `code` column; without one any code may come. */
  readonly codes?: string | undefined;
  /** Hidden from people without the right to sensitive fields. */
  readonly sensitive?: boolean | undefined;
  /** Initials of its texts can be asked for (names). */
  readonly initials?: boolean | undefined;
  /** For programs that read the tables: nobody asks for it. */
  readonly hidden?: boolean | undefined;
}

/**
 * Since when a row counts, seen from a reference date: from the `start` or the `end` of the partial date in `from`
 * (a year's appraisal exists when the year is over), and no longer from `until` on. Rows without the date always count.
 * Columns are named by their path, here and in the other parts of a set.
 */
export interface Visibility {
  readonly from?: string | undefined;
  readonly at?: 'start' | 'end' | undefined;
  readonly until?: string | undefined;
}

/**
 * The time a row lasts: from the first day of `from` to the first day of `to` or the reference date, whichever is
 * earlier. A row without `to` lasts on, unless the column of `ended` holds one of the codes (or one below it): then its
 * end is not known and it lasts no time. A row without `from` lasts no time either.
 */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly ended?: { readonly column: string; readonly codes: readonly string[] } | undefined;
}

/** A set: of one row a person (its columns stand in the root table) or of several (a child table). */
export interface SetSchema {
  /** `A02` */
  readonly name: string;
  readonly label: string;
  readonly repeating: boolean;
  readonly columns: readonly ColumnSchema[];
  /** The column by which a person's rows are kept, oldest first, rows without it before all others; ties as stored. */
  readonly order?: string | undefined;
  readonly visible?: Visibility | undefined;
  readonly span?: Span | undefined;
}

export interface DatasetSchema {
  readonly sets: readonly SetSchema[];
  readonly codes: readonly CodeList[];
}
