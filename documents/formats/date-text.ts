/** 春 1 April, 夏 1 July, 秋 1 October, 冬 and 底 1 December, 初 1 March, 中 1 June, for reckoning only. */
export type Season = '春' | '夏' | '秋' | '冬' | '初' | '中' | '底';

/** A date as a form gives it: a year, and as much more as was written. */
export interface DateText {
  year: number;
  /** 1–12 */
  month?: number;
  /** 1–31, valid in its month */
  day?: number;
  season?: Season;
}

const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;
const YEAR = /^(\d{4})年?$/;
const SEASON = /^(\d{4})年?([春夏秋冬初中底])[季天]?$/;
const PARTS = /^(\d{4})(?:年|[.·,、/-]{1,2})(\d{1,2})(?:月|(?:月|[.·,、/-]{1,2})(\d{1,2})[日号]?|[.·])?$/;
const TIME = /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;
const AGE_OR_WORD = /(?:[(]\d{1,3}岁[)]|出生|生)$/;

/** Full-width letters, digits and signs as their ASCII twins. */
export function toHalfWidth(text: string): string {
  if (!/[\u3000\uff01-\uff5e]/.test(text)) return text;
  return text.replace(/[\u3000\uff01-\uff5e]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

function plain(text: string): string {
  return toHalfWidth(text)
    .trim()
    .replace(TIME, '')
    .replace(/\s+/g, '')
    .replace(/[—–―─−]/g, '-')
    .replace(/[。．‧・]/g, '.')
    .replace(AGE_OR_WORD, '');
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dateOf(yearText: string, monthText: string, dayText: string | undefined): DateText | null {
  const year = Number(yearText);
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  if (dayText === undefined) return { year, month };
  const day = Number(dayText);
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

/**
 * Reads `197207`, `19720701`, `1972`, `1972.07`, `1972.7.1`, `1972-07-01`, `1972年7月`, `2010秋`, `2010年底`, also in
 * full-width digits, with a time of day or the age behind; null for anything else (`不详`, month 13).
 */
export function readDateText(text: string): DateText | null {
  if (text.length > 40) return null;
  const date = plain(text);
  if (!/^(?:19|2[01])\d\d/.test(date)) return null;
  const parts = COMPACT.exec(date) ?? PARTS.exec(date);
  if (parts) return dateOf(parts[1] ?? '', parts[2] ?? '', parts[3]);
  const season = SEASON.exec(date);
  if (season) return { year: Number(season[1]), season: season[2] as Season };
  const year = YEAR.exec(date);
  return year ? { year: Number(year[1]) } : null;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** YYYYMM, or YYYY, or the year with its season word: how birth and work start are stored. */
export function monthDigits(date: DateText): string {
  return `${date.year}${date.month === undefined ? (date.season ?? '') : two(date.month)}`;
}

/** As `monthDigits`, with the day where it is known: how 计算年龄时间 and 填表时间 are stored. */
export function dateDigits(date: DateText): string {
  return monthDigits(date) + (date.day === undefined ? '' : two(date.day));
}

/** How the form prints a stored date: `197207` as `1972.07`; a year, a season and an unreadable text unchanged. */
export function printDateText(text: string): string {
  const date = readDateText(text);
  return date?.month === undefined ? text : `${date.year}.${two(date.month)}`;
}
