import {
  monthNumber,
  printDate,
  sortedRows,
  textOf,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';

/** Something that ran beside a line: 其间. */
export interface Beside {
  readonly from: number;
  readonly to: number;
}

/** A line of the résumé on the axis; months are counted from year 0. */
export interface Span {
  readonly id: string;
  readonly from: number;
  /** Not included; the present month for a line that is still open. */
  readonly to: number;
  readonly open: boolean;
  readonly dates: string;
  readonly length: string;
  readonly text: string;
  /** It lies inside an earlier line: 其间, or a second post. */
  readonly within: boolean;
  /** The spans that the text names in brackets. */
  readonly beside: readonly Beside[];
}

export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly length: string;
}

/** 3年2个月, 8个月 */
export function lengthText(months: number): string {
  if (months <= 0) return '不足1个月';
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}个月` : ''}`;
}

/** The résumé's lines with a beginning, in their order. `now` is the present month. */
export function spansOf(set: SetDefinition, rows: readonly RecordRow[], now: number): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const row of sortedRows(set, rows)) {
    const from = monthNumber(textOf(row, 'startedOn'));
    if (from === null) continue;
    const end = monthNumber(textOf(row, 'endedOn'));
    const to = Math.max(from, end ?? now);
    const text = textOf(row, 'text');
    spans.push({
      id: row.id,
      from,
      to,
      open: end === null,
      dates: `${printDate(textOf(row, 'startedOn'))}—${end === null ? '今' : printDate(textOf(row, 'endedOn'))}`,
      length: lengthText(to - from),
      text,
      within: spans.length > 0 && to <= covered && from < covered,
      beside: besideOf(text),
    });
    covered = Math.max(covered, to);
  }
  return spans;
}

const besideDates = /(\d{4})[.年](\d{1,2})月?\s*[-—–至]+\s*(\d{4})[.年](\d{1,2})/g;

/** The spans in a line's text, for instance （其间：2007.08--2008.07在…）. */
function besideOf(text: string): Beside[] {
  return [...text.matchAll(besideDates)].flatMap(([, y1, m1, y2, m2]) => {
    const from = Number(y1) * 12 + Number(m1) - 1;
    const to = Number(y2) * 12 + Number(m2) - 1;
    return to >= from ? [{ from, to }] : [];
  });
}

/** Months that no line covers, between the first beginning and the last end. */
export function gapsOf(spans: readonly Span[]): Gap[] {
  const gaps: Gap[] = [];
  let covered: number | null = null;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (covered !== null && span.from > covered) {
      gaps.push({ from: covered, to: span.from, length: lengthText(span.from - covered) });
    }
    covered = Math.max(covered ?? span.to, span.to);
  }
  return gaps;
}

/** The lines without dates: memberships and notes. */
export function undatedOf(set: SetDefinition, rows: readonly RecordRow[]): string[] {
  return sortedRows(set, rows)
    .filter((row) => monthNumber(textOf(row, 'startedOn')) === null)
    .map((row) => textOf(row, 'text'))
    .filter((text) => text !== '');
}
