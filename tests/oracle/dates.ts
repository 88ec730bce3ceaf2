/** A day, month or year as it is written; a part that is not known is 0. */
export interface When {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The date that a text is, null when it is none of 1800–2199. */
export function whenOf(text: unknown): When | null {
  const match = typeof text === 'string' ? form.exec(text) : null;
  if (!match) return null;
  const when = { year: Number(match[1]), month: Number(match[2] ?? 0), day: Number(match[3] ?? 0) };
  if (when.year < 1800 || when.year > 2199) return null;
  if (match[2] !== undefined && (when.month < 1 || when.month > 12)) return null;
  if (match[3] !== undefined && (when.day < 1 || when.day > daysOf(when.year, when.month))) return null;
  return when;
}

export function textOf({ year, month, day }: When): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return [String(year), ...(month ? [pad(month)] : []), ...(day ? [pad(day)] : [])].join('-');
}

/** A number for a place on the axis of days; only its order means something. */
export function first({ year, month, day }: When): number {
  return year * 10_000 + (month || 1) * 100 + (day || 1);
}

export function last({ year, month, day }: When): number {
  const inMonth = month || 12;
  return year * 10_000 + inMonth * 100 + (day || daysOf(year, inMonth));
}

/** The place in the order of dates as they are written: a bare year, then its January, then days of it. */
export function written({ year, month, day }: When): number {
  return year * 10_000 + month * 100 + day;
}

export function monthNumber({ year, month }: When): number {
  return year * 12 + (month || 1) - 1;
}

export function monthsBetween(from: When, to: When): number {
  return monthNumber(to) - monthNumber(from) - ((to.day || 1) < (from.day || 1) ? 1 : 0);
}

export function ofMonthNumber(months: number): When {
  return { year: Math.floor(months / 12), month: (months % 12) + 1, day: 0 };
}

/** A first day as a date. */
export function dayOf(place: number): When {
  return { year: Math.floor(place / 10_000), month: Math.floor(place / 100) % 100, day: place % 100 };
}

/** The day so far away from a day. */
export function moved(day: When, by: { years?: number; months?: number; days?: number }): When {
  const months = monthNumber(day) + (by.years ?? 0) * 12 + (by.months ?? 0);
  if (months < 1800 * 12) return { year: 1800, month: 1, day: 1 };
  if (months >= 2200 * 12) return { year: 2199, month: 12, day: 31 };
  const { year, month } = ofMonthNumber(months);
  const date = new Date(Date.UTC(year, month - 1, Math.min(day.day, daysOf(year, month)) + (by.days ?? 0)));
  const reached = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  if (reached.year < 1800) return { year: 1800, month: 1, day: 1 };
  if (reached.year > 2199) return { year: 2199, month: 12, day: 31 };
  return reached;
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
