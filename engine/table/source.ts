/** A value on its way into a column: codes, dates, unit ids and texts are strings. */
export type SourceValue = string | number | null | undefined;

/** A row of a set by column key (`sexCode`, without the set's name). */
export type SourceRow = Readonly<Record<string, unknown>>;

/** A person on the way in: rows by set name. Sets and keys that the schema does not know are passed over. */
export interface SourcePerson {
  /** A UUID. */
  readonly id: string;
  readonly sets: Readonly<Record<string, readonly SourceRow[]>>;
}

/** A unit on the way in; the order of units in the list is the statutory order, parents before children. */
export interface SourceUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string | undefined;
  /** Initials in pinyin, lower case. */
  readonly initials?: string | undefined;
  readonly parent: string | null;
  /** Abolished units are found when asked for. */
  readonly abolished?: boolean | undefined;
}
