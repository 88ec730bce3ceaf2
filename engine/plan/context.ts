import type { DateKey } from '../column/date-key.ts';
import type { FactValue } from '../facts/fact.ts';
import type { Pointer } from '../memory/arena.ts';
import type { Column, Dataset } from '../table/dataset.ts';
import type { ColumnKind } from '../table/schema.ts';

/** Blocks for the work of one question, kept between questions. What stands in a block that was taken is undefined. */
export interface Scratch {
  take(bytes: number): Pointer;
  /** Gives a block back; `bytes` as it was asked for. Blocks that are not given are given when the question ends. */
  give(pointer: Pointer, bytes: number): void;
}

/** Reads a column or fact row by row, dates as date keys. */
export interface FieldReader {
  readonly kind: ColumnKind;
  at(row: number): FactValue;
}

/** What the verbs need to know of the question that found the people. */
export interface FoundContext {
  readonly dataset: Dataset;
  /** The reference date, a key of day precision. */
  readonly asOf: DateKey;
  /**
   * A stored column as it looks on the reference date, or a fact; undefined when there is none or when it is hidden from
   * who asks. Columns of repeating sets are not masked: their rows count where they are visible.
   */
  column(name: string): Column | undefined;
  /**
   * Reads single values of a column or fact of the root table. For a few rows this is the way: a fact that nobody has
   * asked for on this date is worked out for the rows read, not for everybody.
   */
  read(name: string): FieldReader | undefined;
  readonly scratch: Scratch;
  /** Throws `QuestionExpired` when the time is over: to be called between steps of some milliseconds. */
  expired(): void;
}
