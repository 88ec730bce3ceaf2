import { lowerBound, type DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import { firstKey, matchDates, type DateColumn } from '../plan/match-dates.ts';
import { matchKeys } from '../plan/match-keys.ts';
import type { Work } from '../plan/run.ts';
import type { Column, Table } from '../table/dataset.ts';

/** Is a row with these dates held on the reference date? See `FactReader.isHeld`. */
export function isHeldOn(
  from: DateKey | null,
  to: DateKey | null,
  hasEnded: boolean,
  asOf: DateKey,
): boolean {
  if (from !== null && lowerBound(from) > asOf) return false;
  return to === null ? !hasEnded : from !== null && lowerBound(to) > asOf;
}

/** The columns of a span, and the keys that say that a row has ended. */
export interface SpanMaterial {
  readonly from: DateColumn;
  readonly to: DateColumn;
  readonly ended: Extract<Column, { kind: 'code' }>;
  readonly codes: readonly string[];
}

/** The same for all rows at once: a bitmap of those of `among` that are held, as it is now. */
export function heldBits(
  work: Work,
  span: SpanMaterial,
  asOf: DateKey,
  among: Pointer,
): Uint8Array<ArrayBuffer> {
  const { arena, kernel } = work.dataset;
  const { table } = span.from;
  const bytes = table.bitmapBytes;
  const taken = [1, 2, 3].map(() => work.scratch.take(bytes));
  const [held = 0, open = 0, some = 0] = taken;
  // From a date that has begun up to one that has not.
  matchDates(work, span.from, firstKey, asOf, held, 0);
  matchDates(work, span.to, firstKey, asOf, some, 0);
  kernel.andNot(held, some, held, bytes);
  matchNothing(work, table, span.to, open);
  kernel.andNot(held, open, held, bytes);
  // Without an end: begun or begun nobody knows when, and not said to have ended.
  matchKeys(work, table, span.ended.keys, endedKeys(span), some, 0);
  kernel.andNot(open, some, open, bytes);
  matchNothing(work, table, span.from, some);
  keepBegun(work, span.from, asOf, some);
  kernel.and(open, some, open, bytes);
  kernel.or(held, open, held, bytes);
  kernel.and(held, among, held, bytes);
  const bits = arena.u8(held, bytes).slice();
  for (const pointer of taken) work.scratch.give(pointer, bytes);
  return bits;
}

function matchNothing(work: Work, table: Table, column: DateColumn, out: Pointer): void {
  matchKeys(work, table, column.months, [[0, 0]], out, 0);
}

/** Adds the rows that have begun. */
function keepBegun(work: Work, from: DateColumn, asOf: DateKey, bits: Pointer): void {
  const bytes = from.table.bitmapBytes;
  const begun = work.scratch.take(bytes);
  matchDates(work, from, firstKey, asOf, begun, 0);
  work.dataset.kernel.or(bits, begun, bits, bytes);
  work.scratch.give(begun, bytes);
}

function endedKeys({ ended, codes }: SpanMaterial): [number, number][] {
  const keys = new Set(codes.flatMap((code) => ended.dictionary.within(code)));
  return [...keys].toSorted((a, b) => a - b).map((key) => [key, key]);
}
