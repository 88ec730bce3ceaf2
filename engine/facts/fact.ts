import type { ColumnKind, Span } from '../table/schema.ts';

/**
 * A value of a fact: whole numbers for `number`, date keys (`column/date-key.ts`) for `date`, and strings for `code`,
 * `unit` and `text`. Null is not known.
 */
export type FactValue = number | string | null;

/** A span of which it is said how rows are marked that have ended nobody knows when. */
export type HeldSpan = Span & { readonly ended: NonNullable<Span['ended']> };

/**
 * Reads one table row by row. A fact asks for everything that it reads when it is bound, so that it is looked up once and
 * known beforehand. Rows are numbers; of child tables only rows that are visible on the reference date are handed out.
 */
export interface FactReader {
  /** A date column: its date keys. */
  dates(column: string): (row: number) => number | null;
  numbers(column: string): (row: number) => number | null;
  /** A code, unit, text or paragraph column: its string. */
  strings(column: string): (row: number) => string | null;
  /**
   * A unit column, for a fact that answers the unit of a row: the same as `strings`, but where a fact is worked out for
   * everybody the unit goes from column to column as its key.
   */
  units(column: string): (row: number) => FactValue;
  /** Does a code column hold one of these codes or one below them? */
  isAmong(column: string, codes: readonly string[]): (row: number) => boolean;
  /** Does a text or code column hold something that passes a test? The test is asked once for each different text. */
  passes(column: string, test: (text: string) => boolean): (row: number) => boolean;
  /**
   * Is a row held on the reference date? From its first day on, and no longer on the day on which it ends. What has ended
   * nobody knows when, and what has ended and began nobody knows when, is not held.
   */
  isHeld(span: HeldSpan): (row: number) => boolean;
  /** Another fact of the same table; circles are refused when facts are declared. */
  fact(name: string): (row: number) => FactValue;
}

/** Calls `visit` for rows of a person. */
export type RowWalk = (person: number, visit: (row: number) => void) => void;

/** Reads the root table, with ways into the child tables. */
export interface PersonReader extends FactReader {
  /** The reader of a child table. */
  rows(set: string): FactReader;
  /** The row of a child table with which the rows of a person begin; what is kept of a row is its distance from it. */
  firstRow(set: string): (person: number) => number;
  /** Visits the visible rows of a person, oldest first. */
  eachRow(set: string): RowWalk;
  /** The same for the visible rows that are held on the reference date (`isHeld`). */
  eachHeld(set: string, span: HeldSpan): RowWalk;
  /** The same as `eachRow` for all rows of a person, those that are not visible on the reference date too. */
  eachStoredRow(set: string): RowWalk;
  /**
   * Is one of these code, unit and text columns of the root table filled in, as they are stored, whether or not their rows
   * are visible?
   */
  hasStored(columns: readonly string[]): (row: number) => boolean;
  /** A date column of the root table as it is stored, whether or not its row is visible on the reference date. */
  storedDates(column: string): (row: number) => number | null;
}

interface FactHead {
  /** `age`; facts of child rows are named like their columns, `A02.months`. */
  readonly name: string;
  readonly label: string;
  readonly kind: Exclude<ColumnKind, 'paragraph'>;
  /** The code list of a `code` fact. */
  readonly codes?: string | undefined;
  /** What is counted: 岁, 年, 月. */
  readonly unit?: string | undefined;
  /** Derived from sensitive columns. */
  readonly sensitive?: boolean | undefined;
  /** Only other facts read it; nobody can ask for it. */
  readonly hidden?: boolean | undefined;
  /**
   * The reference date is only compared with dates that are read: of columns, of facts of the kind `date`, and by seeing
   * whether rows are visible or held. Then nobody's value differs on two days between which none of his dates begins or
   * ends, and a day is worked out from one near it, for the people who have such a date. What counts time up to the
   * reference date is not stepwise; neither is what reads a fact that is not.
   */
  readonly stepwise?: boolean | undefined;
}

/** 派生事实: a value of a person that follows from the records and a reference date. */
export interface PersonFact extends FactHead {
  readonly of: 'person';
  /** Prepares for a reference date (a date key of day precision) and answers the fact of a person. */
  bind(reader: PersonReader, asOf: number): (row: number) => FactValue;
}

/** A fact of one row of a repeating set. */
export interface RowFact extends FactHead {
  readonly of: 'row';
  readonly set: string;
  bind(reader: FactReader, asOf: number): (row: number) => FactValue;
}

export type Fact = PersonFact | RowFact;
