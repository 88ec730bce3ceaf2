/**
 * Dates as whole numbers that keep their precision and sort in time: `(months since 1799-12) * 64 + part`, where part
 * is 0 for a year, 1 for a month and 1 + day for a day. A year counts as its first of January, a month as its first
 * day, so a bare year stands just before the January of it. No date has the key 0.
 */
export type DateKey = number;

const firstYear = 1800;
const lastYear = 2199;
const partsOfMonth = 64;
const zero = 0x30;
const hyphen = 0x2d;

/** The key of `1972`, `1972-11` or `1972-11-05`; null for anything else. Written for speed: every date comes by here. */
export function dateKey(value: string): DateKey | null {
  const { length } = value;
  if (length !== 4 && length !== 7 && length !== 10) return null;
  const year = twoDigits(value, 0) * 100 + twoDigits(value, 2);
  if (length === 4) return keyOfParts(year, 1, 0);
  if (value.charCodeAt(4) !== hyphen) return null;
  if (length === 7) return keyOfParts(year, twoDigits(value, 5), 1);
  const day = twoDigits(value, 8);
  if (value.charCodeAt(7) !== hyphen) return null;
  return keyOfDay(year, twoDigits(value, 5), day);
}

/** The same of ASCII from one place up to another. */
export function dateKeyOfBytes(bytes: Uint8Array, from: number, to: number): DateKey | null {
  const length = to - from;
  if (length !== 4 && length !== 7 && length !== 10) return null;
  const year = digits(bytes[from], bytes[from + 1]) * 100 + digits(bytes[from + 2], bytes[from + 3]);
  if (length === 4) return keyOfParts(year, 1, 0);
  const month = digits(bytes[from + 5], bytes[from + 6]);
  if (bytes[from + 4] !== hyphen) return null;
  if (length === 7) return keyOfParts(year, month, 1);
  const day = digits(bytes[from + 8], bytes[from + 9]);
  if (bytes[from + 7] !== hyphen) return null;
  return keyOfDay(year, month, day);
}

/** Null for days that there are not: every month has 28, and few dates come to the second look. */
function keyOfDay(year: number, month: number, day: number): DateKey | null {
  if (!(day >= 1 && (day <= 28 || day <= daysInMonth(year, month)))) return null;
  return keyOfParts(year, month, 1 + day);
}

/** The days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Null for years and months that there are not, also for NaN. */
function keyOfParts(year: number, month: number, part: number): DateKey | null {
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12)) return null;
  return (monthsSince(year, month) << 6) | part;
}

/** The date as it was written. */
export function dateText(key: DateKey): string {
  const year = String(yearOf(key));
  const part = partOf(key);
  if (part === 0) return year;
  const month = `${year}-${String(monthOfYear(key)).padStart(2, '0')}`;
  return part === 1 ? month : `${month}-${String(part - 1).padStart(2, '0')}`;
}

/** Months since December 1799, from 1. */
export function monthIndex(key: DateKey): number {
  return key >>> 6;
}

export function yearOf(key: DateKey): number {
  return firstYear + Math.trunc((monthIndex(key) - 1) / 12);
}

/** 1 to 12. */
export function monthOfYear(key: DateKey): number {
  return ((monthIndex(key) - 1) % 12) + 1;
}

/** The day, 1 where only the month or the year is known. */
export function dayOfMonth(key: DateKey): number {
  return Math.max(1, partOf(key) - 1);
}

/** 0 year, 1 month, more than that a day. */
export function partOf(key: DateKey): number {
  return key & 63;
}

/** The smallest key that is not before the first day of the date: what `from` of a range compares with. */
export function lowerBound(key: DateKey): DateKey {
  const part = key & 63;
  return part <= 2 ? key - part : key;
}

/** The largest key that is not after the last day of the date: what `to` of a range compares with. */
export function upperBound(key: DateKey): DateKey {
  const part = partOf(key);
  if (part === 0) return ((monthIndex(key) + 12) << 6) - 1;
  return part === 1 ? key - 1 + (partsOfMonth - 1) : key;
}

/** A key of day precision. */
export function dayKey(year: number, month: number, day: number): DateKey {
  return (monthsSince(year, month) << 6) | (1 + day);
}

/**
 * Completed months from one date to another, days counted (a date without a day is the first of its month); negative
 * when the second lies before the first.
 */
export function monthsBetween(from: DateKey, to: DateKey): number {
  const months = monthIndex(to) - monthIndex(from);
  return dayOfMonth(to) < dayOfMonth(from) ? months - 1 : months;
}

function monthsSince(year: number, month: number): number {
  return (year - firstYear) * 12 + month;
}

function twoDigits(value: string, at: number): number {
  return digits(value.charCodeAt(at), value.charCodeAt(at + 1));
}

/** The number of two digits; NaN when they are none. */
function digits(first: number | undefined, second: number | undefined): number {
  const tens = (first ?? 0) - zero;
  const ones = (second ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
