import type { Kernel } from '../kernel.ts';
import type { Views } from './views.ts';

/** The months of each parent: intervals are merged as they come, and by looking again where they are out of order. */
export function liftMonths(
  { u8, u16, u32, i32 }: Views,
  [start, length, parents, rowBits, from, to, lasting, asOf, candidates, out]: Parameters<
    Kernel['liftMonths']
  >,
): void {
  const today = ((asOf >>> 6) << 5) | ((asOf & 63) - 2);
  let first = 0;
  let end = 0;

  const isIn = (bits: number, row: number): number => ((u8[bits + (row >>> 3)] as number) >>> (row & 7)) & 1;

  function dateOf(date: { readonly months: number; readonly parts: number }, row: number): number {
    const month = date.months === 0 ? 0 : (u16[(date.months >>> 1) + row] as number);
    // Parts are kept xor 1; the year and the month count as the first day, which is 0 here.
    const part = date.parts === 0 ? 1 : (u8[date.parts + row] as number) ^ 1;
    return month === 0 ? 0 : (month << 5) | (part < 3 ? 0 : part - 2);
  }

  /** Reads the time of a row; false when it lasts none. */
  function lasts(row: number): boolean {
    if (isIn(rowBits, row) === 0) return false;
    first = dateOf(from, row);
    if (first === 0) return false;
    end = dateOf(to, row);
    if (end === 0) end = isIn(lasting, row) === 1 ? today : 0;
    if (end > today) end = today;
    return first < end;
  }

  /** The sum with the intervals in any order: the earliest that begins after what is covered, drawn out to its end. */
  function outOfOrder(begin: number, stop: number): number {
    let months = 0;
    let covered = 0;
    for (;;) {
      let earliest = Infinity;
      let reach = 0;
      for (let row = begin; row < stop; row += 1) {
        if (lasts(row) && first > covered && first < earliest) {
          earliest = first;
          reach = end;
        }
      }
      if (earliest === Infinity) return months;
      for (let grown = true; grown;) {
        grown = false;
        for (let row = begin; row < stop; row += 1) {
          if (lasts(row) && first >= earliest && first <= reach && end > reach) {
            reach = end;
            grown = true;
          }
        }
      }
      months += monthsOf(earliest, reach);
      covered = reach;
    }
  }

  function sumOf(begin: number, stop: number): number {
    let months = 0;
    let earliest = 0;
    let reach = 0;
    for (let row = begin; row < stop; row += 1) {
      if (!lasts(row)) continue;
      if (first < earliest) return outOfOrder(begin, stop);
      if (first > reach) {
        months += monthsOf(earliest, reach);
        earliest = first;
        reach = end;
      } else if (end > reach) reach = end;
    }
    return months + monthsOf(earliest, reach);
  }

  for (let word = 0; word < (parents + 31) >>> 5; word += 1) {
    const wanted = i32[(candidates >>> 2) + word] as number;
    const many = Math.min(32, parents - word * 32);
    for (let k = 0; k < many; k += 1) {
      const parent = word * 32 + k;
      const begin = u32[(start >>> 2) + parent] as number;
      const rows = u16[(length >>> 1) + parent] as number;
      u16[(out >>> 1) + parent] = (wanted >>> k) & 1 ? sumOf(begin, begin + rows) : 0;
    }
  }
}

/** Completed months between two days, each a month times 32 plus the day from 0. */
function monthsOf(first: number, end: number): number {
  return (end >>> 5) - (first >>> 5) - ((end & 31) < (first & 31) ? 1 : 0);
}
