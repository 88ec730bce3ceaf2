import type { ColumnKind } from '../table/schema.ts';

/**
 * A value of a fact: whole numbers for `number`, date keys (`column/date-key.ts`) for `date`, and strings for `code`,
 * `unit` and `text`. Null is not known.
 */
export type FactValue = number | string | null;

/**
 * Reads one table row by row, with everything that was looked up once looked up outside the loop. Rows are numbers; of
 * child tables only rows that are visible on the reference date are handed out.
 */
export interface FactReader {
  /** A date column: its date keys. */
  dates(column: string): (row: number) => number | null;
  numbers(column: string): (row: number) => number | null;
  /** A code, unit, text or paragraph column: its string. */
  strings(column: string): (row: number) => string | null;
  /** Does a code column hold one of these codes or one below them? */
  isAmong(column: string, codes: readonly string[]): (row: number) => boolean;
  /** Another fact of the same table; circles are refused when facts are declared. */
  fact(name: string): (row: number) => FactValue;
}

/** Reads the root table, with ways into the child tables. */
export interface PersonReader extends FactReader {
  /** The reader of a child table. */
  rows(set: string): FactReader;
  /** Calls `visit` for each visible row of the person, oldest first. */
  eachRow(set: string, person: number, visit: (row: number) => void): void;
  /** The same for all rows of the person, those that are not visible on the reference date too. */
  eachStoredRow(set: string, person: number, visit: (row: number) => void): void;
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
