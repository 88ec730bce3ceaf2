import type { FieldDefinition } from './definition.ts';

/** A stored value: text, codes, dates and references are strings, numbers whole; null is not known. */
export type FieldValue = string | number | null;

/** Where a row was read from, so that a new reading of the same text may replace it while nobody touched it. */
export interface RowOrigin {
  /** The set and field of the text, for instance `A01.resumeText`. */
  readonly from: string;
  /** A short hash of the text that was read. */
  readonly hash: string;
}

/**
 * One record of a set. Beside the fields of the set there are three reserved keys: `id`, `asWritten` (the original
 * spelling of a value that has no code or another canonical form) and `origin`.
 */
export interface RecordRow {
  readonly id: string;
  readonly asWritten?: Readonly<Record<string, string>>;
  readonly origin?: RowOrigin;
  readonly [key: string]: FieldValue | Readonly<Record<string, string>> | RowOrigin | undefined;
}

/** The rows of a subject by set code. */
export type SubjectSets = Readonly<Record<string, readonly RecordRow[]>>;

export const reservedKeys: readonly string[] = ['id', 'asWritten', 'origin'];

/** The value of a field; null when it is not there. */
export function valueOf(row: RecordRow, key: string): FieldValue {
  const value = row[key];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The value of a text, code, date or reference field; an empty string when it is not there. */
export function textOf(row: RecordRow | undefined, key: string): string {
  const value = row?.[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** How a value was spelt where it came from; empty when the value says it all. */
export function writtenOf(row: RecordRow | undefined, key: string): string {
  return row?.asWritten?.[key] ?? '';
}

/** The row with one value set; a changed value drops its original spelling, and the row is no longer as parsed. */
export function withValue(
  row: RecordRow,
  field: FieldDefinition,
  value: FieldValue,
  written?: string,
): RecordRow {
  const { asWritten, origin: _origin, ...rest } = row;
  const { [field.key]: _old, ...others } = asWritten ?? {};
  const spellings = written ? { ...others, [field.key]: written } : others;
  return {
    ...rest,
    id: row.id,
    [field.key]: value,
    ...(Object.keys(spellings).length > 0 ? { asWritten: spellings } : {}),
  };
}
