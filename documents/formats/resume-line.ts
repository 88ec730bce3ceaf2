import { toHalfWidth } from './date-text.ts';

/** The head of a résumé line: a span of months or years, or a single month, and where the text begins. */
export interface LineHead {
  /** YYYY-MM or YYYY */
  from: string;
  to: string | null;
  open: boolean;
  /** The line's text behind the dates. */
  text: string;
  /** False when the head says more than a segment keeps (a day) or may be prose: such a line stays as written. */
  exact: boolean;
}

// Five groups: year, month, day (two spellings), month written right behind the year.
const DATE = String.raw`((?:19|20)\d{2})(?:\s?[.。．·,，、年/-]\s?[.。．·]?(\d{1,2})(?!\d)月?(?:[.。．/-](\d{1,2})(?!\d)日?|(\d{1,2})日)?|(0[1-9]|1[0-2])(?!\d)|年)?`;
const NOW = String.raw`(?:至?今|现在|目前)(?![天年日后])`;
/** Signs may be followed by nothing (the post is still held); 至 and 到 only count before a date: 2001.07到某局工作. */
const BY_SIGN = new RegExp(
  String.raw`^${DATE}\s{0,4}(?:[-－﹣‐‑‒–—―─━~〜～]\s{0,2}){1,6}(?:${DATE}|[至到]?${NOW})?`,
  'u',
);
const BY_WORD = new RegExp(String.raw`^${DATE}\s{0,2}[至到]\s{0,2}(?:${DATE}|${NOW})`, 'u');
const MONTH_ALONE = /^((?:19|20)\d{2})[.．](\d{2})(?:\s{2}|\t|\u3000)/u;
/** A head whose signs are out of place: only its digits can be trusted. */
const SCATTERED = /^[\d.．。,\s－—–―─~〜～-]{13,40}/u;
const END_OF_HEAD = /^(?:\s|[:：](?!\s*(?:19|20)\d{2}))+/;

const two = (month: string): string => month.padStart(2, '0');

/** YYYY-MM or YYYY; null when the month is none. */
function point(year: string, month: string | undefined): string | null {
  if (month === undefined) return year;
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${two(month)}` : null;
}

function spanHead(line: string): LineHead | null {
  const found = BY_SIGN.exec(line) ?? BY_WORD.exec(line);
  if (!found) return null;
  const [all, year = '', month, day, dayOfWords, compact, toYear, toMonth, toDay, toDayOfWords, toCompact] =
    found;
  const from = point(year, month ?? compact);
  const to = toYear === undefined ? null : point(toYear, toMonth ?? toCompact);
  if (from === null || (toYear !== undefined && to === null)) return null;
  const rest = line.slice(all.length);
  // A digit right behind the head (1991--95, 2011.09-2-015.07) belongs to dates that were not understood.
  if (/^[\d.．-]/.test(rest)) return null;
  const noDay = [day, dayOfWords, toDay, toDayOfWords].every((each) => each === undefined);
  // 2016年至2021年任某届代表 is as much a sentence as a segment.
  const exact = noDay && !(from.length === 4 && /[年至到]/.test(all));
  return { from, to, open: to === null, text: rest.replace(END_OF_HEAD, ''), exact };
}

function scatteredHead(line: string): LineHead | null {
  const head = SCATTERED.exec(line)?.[0].trimEnd();
  if (!head) return null;
  const digits = head.replace(/\D/g, '');
  const [from, to] = [
    point(digits.slice(0, 4), digits.slice(4, 6)),
    point(digits.slice(6, 10), digits.slice(10)),
  ];
  if (digits.length !== 12 || !/^(?:19|20)\d{4}(?:19|20)/.test(digits) || !from || !to) return null;
  return { from, to, open: false, text: line.slice(head.length).replace(END_OF_HEAD, ''), exact: true };
}

function monthHead(line: string): LineHead | null {
  const found = MONTH_ALONE.exec(line);
  const from = found && point(found[1] ?? '', found[2]);
  return from ? { from, to: null, open: false, text: line.slice(found[0].length).trim(), exact: true } : null;
}

/** Reads the dates at the beginning of a line, whatever stands between them; null for a line without. */
export function readLineHead(line: string): LineHead | null {
  const text = line.trim();
  const first = text.charCodeAt(0);
  const digits = first >= 0xff10 && first <= 0xff19 ? toHalfWidthHead(text) : text;
  if (!/^(?:19|20)\d\d/.test(digits)) return null;
  return spanHead(digits) ?? scatteredHead(digits) ?? monthHead(digits);
}

/** Full-width digits are turned only where the dates stand, never in the text. */
function toHalfWidthHead(text: string): string {
  const length = /^[０-９．－\s\d.-]*/u.exec(text)?.[0].length ?? 0;
  return toHalfWidth(text.slice(0, length)) + text.slice(length);
}

/** How many half-width columns of blanks a line begins with. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const sign of line) {
    if (sign === ' ' || sign === '\u00a0') columns += 1;
    else if (sign === '\u3000') columns += 2;
    else if (sign === '\t') columns += 8;
    else break;
  }
  return columns;
}

/** From this indent on a line continues the segment above, even when it begins with a date. */
export const CONTINUATION = 8;
