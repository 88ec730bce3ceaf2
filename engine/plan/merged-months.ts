import { dayOfMonth, monthIndex, type DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import type { ChildTable } from '../table/dataset.ts';
import { dateKeys, type DateColumn } from './match-dates.ts';
import type { Run } from './run.ts';

/** Rows of a set that last some time. */
export interface TimedRows {
  readonly child: ChildTable;
  /** The rows that count. */
  readonly bits: Pointer;
  readonly from: DateColumn;
  readonly to: DateColumn;
  /** The rows that last on when they have no end. */
  readonly lasting: Pointer;
}

const chunk = 8192;
const mostMonths = 0xffff;

/** Writes the months (u16) of every candidate, 0 for the others; time that rows share counts once. */
export function mergedMonths(
  run: Run,
  sets: readonly TimedRows[],
  candidates: Pointer,
  counts: Pointer,
): void {
  const { arena, kernel, root } = run.dataset;
  const list = run.scratch.take(chunk * 4);
  arena.u16(counts, root.rows).fill(0);
  for (let from = 0; from < root.rows;) {
    const many = kernel.positions(candidates, root.bitmapBytes, from, chunk, list);
    const people = arena.u32(list, many);
    const out = arena.u16(counts, root.rows);
    const readers = sets.map((rows) => intervalReader(run, rows));
    for (const person of people) {
      if (person >= root.rows) break;
      const intervals: Interval[] = [];
      for (const read of readers) read(person, intervals);
      out[person] = Math.min(mostMonths, sumOfMonths(intervals));
    }
    if (many < chunk) break;
    from = (people[many - 1] ?? 0) + 1;
    run.expired();
  }
  run.scratch.give(list, chunk * 4);
}

/** From a first day to the day after the last, as days that can be compared (see `dayPlace`). */
type Interval = readonly [from: number, to: number];

/** Adds the intervals of a person's rows to a list. */
function intervalReader(run: Run, rows: TimedRows): (person: number, into: Interval[]) => void {
  const { arena, root } = run.dataset;
  const { child } = rows;
  const start = arena.u32(child.start, root.rows);
  const length = arena.u16(child.length, root.rows);
  const bits = arena.u8(rows.bits, child.bitmapBytes);
  const lasting = arena.u8(rows.lasting, child.bitmapBytes);
  const from = dateKeys(rows.from);
  const to = dateKeys(rows.to);
  const today = dayPlace(run.asOf);
  return (person, into) => {
    const first = start[person] ?? 0;
    const end = first + (length[person] ?? 0);
    for (let row = first; row < end; row++) {
      if (!isIn(bits, row)) continue;
      const begins = from(row);
      const ends = to(row);
      if (begins === 0 || (ends === 0 && !isIn(lasting, row))) continue;
      const until = ends === 0 ? today : Math.min(today, dayPlace(ends));
      if (dayPlace(begins) < until) into.push([dayPlace(begins), until]);
    }
  };
}

/** The completed months of intervals, those that overlap or touch taken as one. */
export function sumOfMonths(intervals: Interval[]): number {
  intervals.sort((a, b) => a[0] - b[0]);
  let months = 0;
  let from = 0;
  let to = 0;
  for (const [begin, end] of intervals) {
    if (begin > to) {
      months += monthsOf(from, to);
      from = begin;
      to = end;
    } else if (end > to) to = end;
  }
  return months + monthsOf(from, to);
}

/** The first day of a date as a number in the order of days: the month times 32 and the day. */
function dayPlace(date: DateKey): number {
  return monthIndex(date) * 32 + dayOfMonth(date);
}

function monthsOf(from: number, to: number): number {
  return (to >>> 5) - (from >>> 5) - ((to & 31) < (from & 31) ? 1 : 0);
}

function isIn(bits: Uint8Array, row: number): boolean {
  return (((bits[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 1;
}
