import { lowerBound, monthsBetween, type DateKey, type FactReader } from '#engine';

/** The columns that tell how long rows of a set last. */
export interface SpanColumns {
  readonly from: string;
  readonly to: string;
  /** 任职状态 (ZB14): 0 has ended. */
  readonly status: string;
}

export const postSpan: SpanColumns = {
  from: 'A02.appointedOn',
  to: 'A02.removedOn',
  status: 'A02.tenureStatusCode',
};

export const levelSpan: SpanColumns = {
  from: 'A05.approvedOn',
  to: 'A05.endedOn',
  status: 'A05.statusCode',
};

/**
 * Is a row held on the reference date? From its first day on, and no longer on the day on which it ends. What has ended
 * nobody knows when, and what has ended and began nobody knows when, is not held.
 */
export function heldRows(reader: FactReader, columns: SpanColumns, asOf: DateKey): (row: number) => boolean {
  const from = reader.dates(columns.from);
  const to = reader.dates(columns.to);
  const hasEnded = reader.isAmong(columns.status, ['0']);
  return (row) => {
    const start = from(row);
    if (start !== null && lowerBound(start) > asOf) return false;
    const end = to(row);
    return end === null ? !hasEnded(row) : start !== null && lowerBound(end) > asOf;
  };
}

/** Where the time of a row ends, seen from the reference date; null when it lasts no time. */
export function spanEnds(
  reader: FactReader,
  columns: SpanColumns,
  asOf: DateKey,
): (row: number) => DateKey | null {
  const from = reader.dates(columns.from);
  const to = reader.dates(columns.to);
  const hasEnded = reader.isAmong(columns.status, ['0']);
  return (row) => {
    const start = from(row);
    if (start === null || lowerBound(start) > asOf) return null;
    const end = to(row);
    if (end === null) return hasEnded(row) ? null : asOf;
    const last = Math.min(lowerBound(end), asOf);
    return last < lowerBound(start) ? null : last;
  };
}

/** Months that rows last, overlaps and touching rows counted once; rows come in the order of their beginnings. */
export class MergedSpans {
  #from: DateKey | null = null;
  #to: DateKey = 0;
  #before = 0;

  clear(): void {
    this.#from = null;
    this.#before = 0;
  }

  add(from: DateKey, to: DateKey): void {
    if (this.#from !== null && lowerBound(from) <= this.#to) {
      this.#to = Math.max(this.#to, to);
      return;
    }
    this.#before = this.months ?? 0;
    this.#from = from;
    this.#to = to;
  }

  /** The beginning of the last stretch, when it reaches that far. */
  since(asOf: DateKey): DateKey | null {
    return this.#to >= asOf ? this.#from : null;
  }

  /** Null when no time was added. */
  get months(): number | null {
    return this.#from === null ? null : this.#before + monthsBetween(this.#from, this.#to);
  }
}
