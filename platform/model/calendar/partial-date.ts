/**
 * Dates that keep the precision with which they are known: `1972`, `1972-11` or `1972-11-05`. They are plain strings,
 * so that JSON, storage and comparison need nothing special.
 */
export type PartialDate = string;

export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The parts of a partial date; null when the text is none or names a day that does not exist. */
export function datePartsOf(value: string): DateParts | null {
  const match = pattern.exec(value);
  if (!match) return null;
  const year = Number(match[1]);
  if (year < 1800 || year > 2199) return null;
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null;
}

export function isPartialDate(value: string): boolean {
  return datePartsOf(value) !== null;
}

/** Writes parts as a partial date; parts that make no date give null. */
export function partialDate(parts: DateParts): PartialDate | null {
  const { year, month, day } = parts;
  let text = String(year).padStart(4, '0');
  if (month !== undefined) text += `-${String(month).padStart(2, '0')}`;
  if (month !== undefined && day !== undefined) text += `-${String(day).padStart(2, '0')}`;
  return isPartialDate(text) ? text : null;
}

/** The month a date falls in, counted from year 0; a bare year counts as its January. */
export function monthNumber(value: PartialDate): number | null {
  const parts = datePartsOf(value);
  return parts ? parts.year * 12 + (parts.month ?? 1) - 1 : null;
}

/** 周岁 counted by month: completed years between birth and reference, the days ignored. By year when only that is known. */
export function completedYears(birth: PartialDate, reference: PartialDate): number | null {
  const from = datePartsOf(birth);
  const to = datePartsOf(reference);
  if (!from || !to) return null;
  const years = to.year - from.year;
  return from.month !== undefined && to.month !== undefined && to.month < from.month ? years - 1 : years;
}

/** Compares two partial dates by their beginnings: `1972` stands before `1972-11`. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Does a date say the same as another, and less of it: 1972 of 1972-11, 1972-11 of 1972-11-05? */
export function isLessExact(value: PartialDate, than: PartialDate): boolean {
  return value !== '' && than.startsWith(`${value}-`);
}

/** As printed on forms and lists: 1972.11, 1972.11.05, 1972. */
export function printDate(value: PartialDate): string {
  return value.replaceAll('-', '.');
}

/** How precisely a date is known. */
export function precisionOf(value: PartialDate): 'year' | 'month' | 'day' {
  return value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
