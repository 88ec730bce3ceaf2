import { valueOf, type RecordRow, type SubjectSets } from '#platform/model';

/** Sets of a subject as stored, with their versions. */
export type ReadSets = Readonly<
  Record<string, { readonly version: number; readonly rows: readonly RecordRow[] }>
>;

/** A unit as the tree has it today. */
export interface KnownUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly parent: string | null;
  /** 同级排序 */
  readonly order: number;
  /** 1 unit, 2 internal office, 3 grouping row */
  readonly kindCode: string | null;
  readonly abolished: boolean;
}

/** A person with the sets named in `personSets`. */
export interface ReadPerson {
  readonly id: string;
  readonly sets: ReadSets;
}

/** Sets of units that a reorganization changes. */
export const unitSets: readonly string[] = ['B01', 'UH01', 'PS01', 'QT01', 'HC01'];
/** Sets of people that a reorganization reads; it changes A01 and A02. */
export const personSets: readonly string[] = ['A01', 'A02', 'A30', 'A31'];

/** What is to become of one subject; the same shape as an edit of the records. */
export interface PlannedEdit {
  readonly subject: string;
  readonly kind: 'person' | 'unit';
  readonly event: 'create' | 'update';
  readonly sets: Readonly<
    Record<string, { readonly expectedVersion: number; readonly rows: readonly RecordRow[] }>
  >;
}

export function rowsIn(sets: ReadSets | undefined): SubjectSets {
  return Object.fromEntries(Object.entries(sets ?? {}).map(([code, { rows }]) => [code, rows]));
}

/** The row with other values; what changes loses its original spelling, and the row is no longer as it was parsed. */
export function rowWith(row: RecordRow, values: Readonly<Record<string, string | number | null>>): RecordRow {
  const { origin: _origin, asWritten, ...rest } = row;
  const next = { ...rest, ...values, id: row.id };
  if (asWritten === undefined) return next;
  const spellings = Object.entries(asWritten).filter(([key]) => !(key in values));
  return spellings.length === 0 ? next : { ...next, asWritten: Object.fromEntries(spellings) };
}

/** What a row says in these fields, under another id; spellings go along. */
export function rowOf(row: RecordRow, id: string, keys: readonly string[]): RecordRow {
  const next: Record<string, string | number> & { id: string } = { id };
  for (const key of keys) {
    const value = valueOf(row, key);
    if (value !== null && value !== '') next[key] = value;
  }
  if (row.asWritten === undefined) return next;
  const spellings = Object.entries(row.asWritten).filter(([key]) => keys.includes(key));
  return spellings.length === 0 ? next : { ...next, asWritten: Object.fromEntries(spellings) };
}
