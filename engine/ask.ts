import type { DateKey } from './column/date-key.ts';
import type { FactValue } from './facts/fact.ts';
import type { Question, QuestionProblem } from './plan/question.ts';

/** Who asks, when and what: everything that an answer depends on beside the data. */
export interface Asking {
  readonly question: Question;
  /** The reference date, a key of day precision. */
  readonly asOf: DateKey;
  /** The units within reach with all below them; null is everything. People without a unit belong to everything only. */
  readonly scope: readonly string[] | null;
  /** Columns and facts marked sensitive are not there. */
  readonly hideSensitive: boolean;
  /** The question behind a saved id; undefined when there is none for this user. */
  readonly saved?: ((id: string) => Question | undefined) | undefined;
  /** Is it time to give up? Asked between steps. */
  readonly expired?: (() => boolean) | undefined;
}

/** A question that cannot be asked. */
export class BadQuestion extends Error {
  readonly problems: readonly QuestionProblem[];
  constructor(problems: readonly QuestionProblem[]) {
    super(problems.map((problem) => `${problem.path}：${problem.reason}`).join('；'));
    this.problems = problems;
  }
}

/** The time of a question ran out. */
export class QuestionExpired extends Error {}

/** One key of an order; nulls come last in either direction. Codes and units sort in their own order, names by pinyin. */
export interface SortKey {
  readonly field: string;
  readonly descending?: boolean | undefined;
}

/** A way to put rows into groups: a field, or a field with bands (`age:standard`). */
export interface GroupKey {
  readonly field: string;
  /** Groups of numbers or dates; of codes and units without it every value is a group. */
  readonly bands?: readonly Band[] | undefined;
  /** Codes and units only: groups are values with all below them (the first that matches wins) instead of every value. */
  readonly heads?: readonly Head[] | undefined;
}

/** Codes or ids of units that make one group, with all below them. */
export interface Head {
  readonly label: string;
  readonly values: readonly string[];
}

/** From `from` to `to`, both included, either open; for dates partial dates as in `between`. */
export interface Band {
  readonly label: string;
  readonly from?: number | string | undefined;
  readonly to?: number | string | undefined;
}

/**
 * A group as it is shown. `value` is the code, the unit's id, the text, the number, the year of a date, or the label of
 * a band or head; null for rows where nothing is filled in, `其他` for rows in no band or under no head.
 */
export interface Group {
  readonly value: string | number | null;
  readonly label: string;
}

/** Counts over one to three keys: `counts` is row-major over the groups. */
export interface GroupedCounts {
  readonly groups: readonly (readonly Group[])[];
  readonly counts: Uint32Array;
  /** People counted: those who match. */
  readonly total: number;
}

export interface FacetValue extends Group {
  readonly count: number;
}

/** What the verbs work on: the people whom a question finds, for as long as the callback of `ask` runs. */
export interface Found {
  readonly count: number;
  /** The version of the data that was asked. */
  readonly version: number;
  /** Row numbers in the order asked for, ties by the order of rows. */
  rows(sort: readonly SortKey[], from: number, size: number): readonly number[];
  ids(sort: readonly SortKey[], from: number, size: number): readonly string[];
  /** Values of columns or facts of a person, as of the reference date; dates as they are written (`1972-11`). */
  values(row: number, fields: readonly string[]): readonly FactValue[];
  group(keys: readonly GroupKey[]): GroupedCounts;
  /** The counts of each field's values among the people found. */
  facets(keys: readonly GroupKey[]): readonly (readonly FacetValue[])[];
  /**
   * The values at these shares (0 to 1) of a number or date (its key) by the nearest rank, nulls left out; null when
   * there is none.
   */
  percentiles(field: string, shares: readonly number[]): readonly (number | null)[];
  /** Sum, number and extremes of a number field. */
  summary(field: string): NumberSummary;
  /** The different values of a field, most frequent first, ties in the order of the field; nulls left out. */
  distinct(field: string, limit: number): readonly FacetValue[];
}

export interface NumberSummary {
  readonly count: number;
  readonly sum: number;
  readonly least: number | null;
  readonly greatest: number | null;
}
