/** Whom a set describes. */
export type SubjectKind = 'person' | 'unit';

/**
 * What a field holds:
 * - `text`: one line; `paragraph`: several lines
 * - `date`: a partial date, `1972`, `1972-11` or `1972-11-05`
 * - `code`: a code of `codeTable`; a value without a code stands in `asWritten`
 * - `integer`: a whole number
 * - `unit`: the id of a unit; `file`: the sha-256 of a stored file
 */
export type FieldType = 'text' | 'paragraph' | 'date' | 'code' | 'integer' | 'unit' | 'file';

/** One field (指标项) of an information set. */
export interface FieldDefinition {
  /** The stored name, an English identifier that never changes. */
  readonly key: string;
  /** 指标项代码, for instance A0101 */
  readonly code: string;
  /** The Chinese name. */
  readonly label: string;
  readonly type: FieldType;
  /** The table of a `code` field. */
  readonly codeTable?: string;
  /** A table whose labels are offered for a `text` field, which stays free text. */
  readonly suggest?: string;
  /** Characters that other programs accept: a hint, longer text is kept. */
  readonly length?: number;
  /** 敏感: a reader needs the right to see sensitive fields. */
  readonly sensitive?: boolean;
  /** Kept and exported, but not shown for editing: other programs' housekeeping. */
  readonly internal?: boolean;
  /** An internal field that stands in the tables of the engine all the same, for programs that read them. */
  readonly inTables?: boolean;
  /** A row without it is refused. */
  readonly required?: boolean;
  /** Found by the pinyin initials of its texts: the names of people. */
  readonly initials?: boolean;
}

/**
 * What the rows of a set have to do with time, in keys of its fields: it decides which rows count when records are asked
 * as of a date. The meaning of each part is written in `engine/table/schema.ts`.
 */
export interface SetTime {
  /** The date by which the rows of a person stand in time (最近几条), oldest first. */
  readonly order?: string;
  /** Since when a row counts: from the beginning, or `at` the end, of the date in `from`, and no longer from `until` on. */
  readonly visible?: { readonly from: string; readonly at?: 'start' | 'end'; readonly until?: string };
  /**
   * The time a row lasts, so that months can be summed. A row without `to` lasts on, unless the field of `ended`
   * holds one of the codes: it has ended, nobody knows when.
   */
  readonly span?: {
    readonly from: string;
    readonly to: string;
    readonly ended?: { readonly field: string; readonly codes: readonly string[] };
  };
}

/** The act that ends a row which is evidence. */
export interface Withdrawal {
  /** What the act is called: 撤销认定 */
  readonly verb: string;
  /** Keys of the fields that tell of it, as they are asked for. A row is withdrawn when all of them are filled in. */
  readonly fields: readonly string[];
}

/** One information set (信息集), declared once; everything that handles records is derived from it. */
export interface SetDefinition {
  /** 信息集代码, for instance A02; sets added at run time begin with `x_` */
  readonly code: string;
  /** The English identifier. */
  readonly key: string;
  readonly label: string;
  readonly subject: SubjectKind;
  /** Several rows a subject, or at most one. */
  readonly repeating: boolean;
  /** 敏感: the whole set needs the right to see sensitive fields. */
  readonly sensitive?: boolean;
  /** The set is kept by the program and not edited by hand. */
  readonly internal?: boolean;
  /** Its rows are evidence: they are ended, not deleted, one by one and by hand; no work on many people writes them. */
  readonly lasting?: boolean;
  /** How a row of a lasting set is ended: by an act of its own, which fills in these fields together. */
  readonly withdrawal?: Withdrawal;
  readonly fields: readonly FieldDefinition[];
  /** Keys by which rows are shown, `-key` for the newest first; without it in the order stored. */
  readonly order?: readonly string[];
  /** Keys that name a row in lists and in the history. */
  readonly title?: readonly string[];
  /** Without it all rows count on every date. */
  readonly time?: SetTime;
}
