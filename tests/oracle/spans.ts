import { dayOf, first, monthsBetween, whenOf, type When } from './dates.ts';
import type { Row } from './records.ts';

/** The keys by which rows of a set last: from, to, and the status of which `0` is ended. */
const keys: Readonly<Record<string, readonly [from: string, to: string, status?: string]>> = {
  A02: ['appointedOn', 'removedOn', 'tenureStatusCode'],
  A05: ['approvedOn', 'endedOn', 'statusCode'],
  A17: ['startedOn', 'endedOn'],
};

export const lasting = Object.keys(keys);

/** A stretch of time, its ends as places of days, and its beginning as it is written. */
export interface Span {
  readonly begin: When;
  readonly from: number;
  readonly to: number;
}

/** Is a row of A02 or A05 held on the reference date? */
export function isHeld(set: string, row: Row, on: When): boolean {
  const [from = '', to = '', status = ''] = keys[set] ?? [];
  const [begin, end] = [whenOf(row[from]), whenOf(row[to])];
  if (begin && first(begin) > first(on)) return false;
  return end ? begin !== null && first(end) > first(on) : row[status] !== '0';
}

/** How long a row lasts as far as it is known; null when it is not. */
export function spanOf(set: string, row: Row, on: When): Span | null {
  const [from = '', to = '', status = ''] = keys[set] ?? [];
  const [begin, end] = [whenOf(row[from]), whenOf(row[to])];
  if (!begin || first(begin) > first(on)) return null;
  if (!end && row[status] === '0') return null;
  const stop = Math.min(end ? first(end) : first(on), first(on));
  return stop < first(begin) ? null : { begin, from: first(begin), to: stop };
}

/** The stretches that spans make together, oldest first. */
export function stretchesOf(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before && span.from <= before.to)
      merged[merged.length - 1] = { ...before, to: Math.max(before.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

export function monthsOf(spans: readonly Span[]): number {
  return stretchesOf(spans).reduce((sum, { from, to }) => sum + monthsBetween(dayOf(from), dayOf(to)), 0);
}
