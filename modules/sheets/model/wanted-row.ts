import {
  isLessExact,
  textOf,
  valueOf,
  writtenOf,
  type FieldDefinition,
  type FieldValue,
  type RecordRow,
} from '#platform/model';
import type { CellProblem } from './cell-reading.ts';

/** What a cell wants of a field; a null without `written` empties it. */
export interface WantedValue {
  readonly value: FieldValue;
  readonly written?: string;
  /** Why it cannot be taken, unless the record says so already: odd values go out with an export and come back. */
  readonly doubt?: CellProblem;
}

/** A row of a sheet, read: only the fields that its cells speak of. */
export interface WantedRow {
  /** The id of the record that the row was exported from; empty otherwise. */
  readonly record: string;
  readonly values: ReadonlyMap<string, WantedValue>;
}

/** Does the row say something of the field, other than that it is to be emptied? */
export function gives({ values }: WantedRow, key: string): boolean {
  const value = values.get(key);
  return value !== undefined && (value.value !== null || value.written !== undefined);
}

/** Does the record say this already? */
export function holds(row: RecordRow, key: string, wanted: WantedValue | undefined): boolean {
  if (wanted === undefined) return false;
  if ((valueOf(row, key) ?? '') !== (wanted.value ?? '')) return false;
  // A stored spelling of the same value says no less than the sheet does.
  return wanted.written === undefined
    ? wanted.value !== null || writtenOf(row, key) === ''
    : writtenOf(row, key) === wanted.written;
}

/** Does the record know the date more exactly? A bare year or month then takes nothing from it. */
export function knowsMore(row: RecordRow, field: FieldDefinition, { value }: WantedValue): boolean {
  return field.type === 'date' && typeof value === 'string' && isLessExact(value, textOf(row, field.key));
}

export function holdsAll(row: RecordRow, { values }: WantedRow): boolean {
  for (const [key, value] of values) if (!holds(row, key, value)) return false;
  return true;
}
