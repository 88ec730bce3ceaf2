import { lowerBound, monthsBetween, type DateKey, type FactReader, type HeldSpan } from '#engine';

/** Posts; 0 of 任职状态 (ZB14) has ended. */
export const postSpan: HeldSpan = {
  from: 'A02.appointedOn',
  to: 'A02.removedOn',
  ended: { column: 'A02.tenureStatusCode', codes: ['0'] },
};

/** Levels and ranks, the same. */
export const levelSpan: HeldSpan = {
  from: 'A05.approvedOn',
  to: 'A05.endedOn',
  ended: { column: 'A05.statusCode', codes: ['0'] },
};

/** Where the time of a row ends, seen from the reference date; null when it lasts no time. */
export function spanEnds(
  reader: FactReader,
  columns: HeldSpan,
  asOf: DateKey,
): (row: number) => DateKey | null {
  const from = reader.dates(columns.from);
  const to = reader.dates(columns.to);
  const hasEnded = reader.isAmong(columns.ended.column, columns.ended.codes);
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
