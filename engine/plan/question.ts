/**
 * The question tree (条件树), as the engine understands it. The same shape is declared as a Zod schema in
 * `platform/model`; a compile-time check holds the two equal. What each node means in every corner is written in
 * `docs/questions.md`.
 */
export type Condition =
  | AllCondition
  | AnyCondition
  | NotCondition
  | InCondition
  | BetweenCondition
  | TextCondition
  | EmptyCondition
  | RowsCondition
  | SequenceCondition
  | MonthsCondition
  | PeopleCondition
  | SavedCondition;

/** 并且 */
export interface AllCondition {
  readonly op: 'all';
  readonly of: readonly Condition[];
}

/** 或者 */
export interface AnyCondition {
  readonly op: 'any';
  readonly of: readonly Condition[];
}

/** 不满足 */
export interface NotCondition {
  readonly op: 'not';
  readonly of: Condition;
}

/**
 * 属于: the value is one of these. Codes bring the codes below them, units the units below them, unless `exact`.
 * Text is compared as a whole, numbers and dates as they are written.
 */
export interface InCondition {
  readonly op: 'in';
  readonly field: string;
  readonly values: readonly (string | number)[];
  readonly exact?: boolean | undefined;
}

/**
 * 介于: not below `from`, not above `to`; at least one of them. A number for number fields; for dates a partial date,
 * of which `from` means its first day and `to` its last, or a date relative to the reference date.
 */
export interface BetweenCondition {
  readonly op: 'between';
  readonly field: string;
  readonly from?: Bound | undefined;
  readonly to?: Bound | undefined;
}

export type Bound = number | string | RelativeDate;

/** 相对于截止日期: the reference date moved by years, months and days, in that order; negative into the past. */
export interface RelativeDate {
  readonly years?: number | undefined;
  readonly months?: number | undefined;
  readonly days?: number | undefined;
}

/** 包含、开头是、拼音首字母: of text; code and unit fields are compared by their labels. */
export interface TextCondition {
  readonly op: 'contains' | 'starts' | 'initials';
  readonly field: string;
  readonly text: string;
}

/** 未填写 */
export interface EmptyCondition {
  readonly op: 'empty';
  readonly field: string;
}

/**
 * 有、每一条都、没有、有几条: how many rows of a repeating set meet `where` (all rows when it is missing). `every` is also
 * true of people without rows; `count` needs `atLeast` or `atMost`.
 */
export interface RowsCondition {
  readonly op: 'some' | 'every' | 'none' | 'count';
  readonly set: string;
  readonly where?: Condition | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/**
 * 最近几条、最早几条: of the newest or oldest `n` rows in the set's order of time, at least `atLeast` (all `n` when it is
 * missing) meet `where`. Who has fewer than `atLeast` rows does not.
 */
export interface SequenceCondition {
  readonly op: 'last' | 'first';
  readonly set: string;
  readonly n: number;
  readonly where: Condition;
  readonly atLeast?: number | undefined;
}

/** 累计月数: the months of all rows named, as of the reference date, overlaps counted once. */
export interface MonthsCondition {
  readonly op: 'months';
  readonly spans: readonly RowSpan[];
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

export interface RowSpan {
  readonly set: string;
  readonly where?: Condition | undefined;
}

/** 名单: these people, by id. */
export interface PeopleCondition {
  readonly op: 'people';
  readonly ids: readonly string[];
}

/** 引用已存查询或名单 */
export interface SavedCondition {
  readonly op: 'saved';
  readonly id: string;
}

/**
 * Whom a question is asked of, on the reference date: `current` 在册 (not left the managed staff), `serving` 在职
 * (current, with a post or rank held), `all` 含历史人员.
 */
export type Population = 'current' | 'serving' | 'all';

/** A whole question. Without `where` it is everybody of the population. */
export interface Question {
  readonly where?: Condition | undefined;
  readonly population?: Population | undefined;
}

/** What is wrong with a question: where in the tree (`where.of[1].values[0]`) and why, a Chinese sentence. */
export interface QuestionProblem {
  readonly path: string;
  readonly reason: string;
}
