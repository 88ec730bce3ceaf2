import { readFileSync } from 'node:fs';
import { first, last, whenOf, written, type When } from './dates.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A line of `cadre export --format jsonl`. */
export interface Person {
  readonly id: string;
  readonly [set: string]: unknown;
}

/** A field as `GET /api/v1/query/fields` lists it. */
export interface Field {
  readonly name: string;
  readonly kind: 'code' | 'unit' | 'date' | 'number' | 'text' | 'paragraph';
  readonly of: 'person' | 'row';
  readonly isFact: boolean;
  readonly set?: string | undefined;
  readonly codes?: string | undefined;
  readonly initials?: boolean | undefined;
}

/** Everything that an answer follows from. */
export interface World {
  readonly people: readonly Person[];
  /** Every unit with the one above it and its name. */
  readonly units: ReadonlyMap<string, { readonly parent: string | null; readonly name: string }>;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Since when rows of a set count, until when, and by what they are put in order. */
interface Times {
  readonly from?: string;
  readonly atEnd?: boolean;
  readonly until?: string;
  readonly order?: string;
}

const times: Readonly<Record<string, Times>> = {
  A02: { from: 'appointedOn', order: 'appointedOn' },
  A05: { from: 'approvedOn', order: 'approvedOn' },
  A06: { from: 'acquiredOn', order: 'acquiredOn' },
  A08: { from: 'graduatedOn', order: 'graduatedOn' },
  A11: { from: 'startedOn', order: 'startedOn' },
  A14: { from: 'approvedOn', until: 'revokedOn', order: 'approvedOn' },
  A15: { from: 'year', atEnd: true, order: 'year' },
  A17: { from: 'startedOn', order: 'startedOn' },
  A30: { from: 'exitedOn' },
  A31: { from: 'approvedOn' },
  A53: { from: 'filledOn', order: 'filledOn' },
  RP01: { from: 'enteredOn', until: 'exitedOn', order: 'enteredOn' },
  RP02: { from: 'reviewedOn', order: 'reviewedOn' },
  TG01: { from: 'recognizedOn', order: 'recognizedOn' },
  VF01: { from: 'verifiedOn', until: 'withdrawnOn', order: 'verifiedOn' },
};

export function linesOf(path: string): Person[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Person);
}

/** The units of the lines of `--subject units`. */
export function unitsOf(lines: readonly Person[]): World['units'] {
  return new Map(
    lines.map((line) => {
      const { parentOrgCode, name } = (line['B01'] ?? {}) as Row;
      return [line.id, { parent: stringOf(parentOrgCode), name: stringOf(name) ?? '' }];
    }),
  );
}

/** The rows of a set that are stored, oldest first. */
export function storedRows(person: Person, set: string): readonly Row[] {
  const stored = person[set];
  const rows = Array.isArray(stored) ? (stored as Row[]) : stored ? [stored as Row] : [];
  const { order } = times[set] ?? {};
  if (order === undefined) return rows;
  const place = (row: Row): number => {
    const when = whenOf(row[order]);
    return when ? written(when) : 0;
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** Those of them that exist on the reference date. */
export function visibleRows(person: Person, set: string, on: When): readonly Row[] {
  const { from, atEnd, until } = times[set] ?? {};
  return storedRows(person, set).filter((row) => {
    const begin = from === undefined ? null : whenOf(row[from]);
    const end = until === undefined ? null : whenOf(row[until]);
    if (begin && (atEnd ? last(begin) : first(begin)) > first(on)) return false;
    return !end || first(end) > first(on);
  });
}

/** A code, a unit or a text; null when it is not filled in. */
export function stringOf(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'id' in value) return stringOf(value.id);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? Math.trunc(number) : null;
}
