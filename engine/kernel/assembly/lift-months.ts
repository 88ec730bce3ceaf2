import { rowsAt } from './lifts';

/** A day as the month times 32 plus the day from 0; parts are kept xor 1, years and months count as the first day. */
// @ts-ignore: decorator
@inline
function dateOf(months: usize, parts: usize, row: u32): u32 {
  if (!months) return 0;
  const month = <u32>load<u16>(months + (<usize>row << 1));
  if (!month) return 0;
  const part = parts ? <u32>load<u8>(parts + row) ^ 1 : 1;
  return (month << 5) | (part < 3 ? 0 : part - 2);
}

// @ts-ignore: decorator
@inline
function monthsOf(first: u32, end: u32): u32 {
  return (end >>> 5) - (first >>> 5) - <u32>((end & 31) < (first & 31));
}

// What the whole call is about, for those who read the time of one row.
let fromMonths: usize = 0;
let fromParts: usize = 0;
let toMonths: usize = 0;
let toParts: usize = 0;
let lastingRows: usize = 0;
let today: u32 = 0;

/** The time of a row, first day high and end low; 0 when it lasts none. */
// @ts-ignore: decorator
@inline
function timeOf(row: u32): u64 {
  const first = dateOf(fromMonths, fromParts, row);
  if (!first) return 0;
  let end = dateOf(toMonths, toParts, row);
  if (!end) end = rowsAt(lastingRows, row, 1) ? today : 0;
  if (end > today) end = today;
  return first < end ? (<u64>first << 32) | end : 0;
}

export function liftMonths(
  start: usize,
  length: usize,
  parents: i32,
  rowBits: usize,
  fromM: usize,
  fromP: usize,
  toM: usize,
  toP: usize,
  lasting: usize,
  asOf: u32,
  candidates: usize,
  out: usize,
): void {
  fromMonths = fromM;
  fromParts = fromP;
  toMonths = toM;
  toParts = toP;
  lastingRows = lasting;
  today = ((asOf >>> 6) << 5) | ((asOf & 63) - 2);
  for (let first = 0; first < parents; first += 64, candidates += 8) {
    const wanted = load<u64>(candidates);
    const many = min(64, parents - first);
    for (let k = 0; k < many; k += 1) {
      let months: u32 = 0;
      if ((wanted >>> k) & 1) {
        const rows = <u32>load<u16>(length + (<usize>(first + k) << 1));
        months = sumOf(load<u32>(start + (<usize>(first + k) << 2)), rows, rowBits);
      }
      store<u16>(out + (<usize>(first + k) << 1), months);
    }
  }
}

function sumOf(begin: u32, rows: u32, rowBits: usize): u32 {
  let months: u32 = 0;
  let earliest: u32 = 0;
  let reach: u32 = 0;
  for (let from: u32 = 0; from < rows; from += 56) {
    let left = rowsAt(rowBits, begin + from, min(56, rows - from));
    while (left) {
      const time = timeOf(begin + from + <u32>ctz(left));
      left &= left - 1;
      if (!time) continue;
      const first = <u32>(time >>> 32);
      const end = <u32>time;
      if (first < earliest) return outOfOrder(begin, begin + rows, rowBits);
      if (first > reach) {
        months += monthsOf(earliest, reach);
        earliest = first;
        reach = end;
      } else if (end > reach) reach = end;
    }
  }
  return months + monthsOf(earliest, reach);
}

/** The sum with the rows in any order: the earliest that begins after what is covered, drawn out to its end. */
function outOfOrder(begin: u32, stop: u32, rowBits: usize): u32 {
  let months: u32 = 0;
  let covered: u32 = 0;
  while (true) {
    let earliest: u32 = u32.MAX_VALUE;
    let reach: u32 = 0;
    for (let row = begin; row < stop; row += 1) {
      const time = rowsAt(rowBits, row, 1) ? timeOf(row) : 0;
      const first = <u32>(time >>> 32);
      if (time && first > covered && first < earliest) {
        earliest = first;
        reach = <u32>time;
      }
    }
    if (earliest == u32.MAX_VALUE) return months;
    for (let grown = true; grown; ) {
      grown = false;
      for (let row = begin; row < stop; row += 1) {
        const time = rowsAt(rowBits, row, 1) ? timeOf(row) : 0;
        const first = <u32>(time >>> 32);
        if (time && first >= earliest && first <= reach && <u32>time > reach) {
          reach = <u32>time;
          grown = true;
        }
      }
    }
    months += monthsOf(earliest, reach);
    covered = reach;
  }
}
