import { monthNumber, printDate, textOf, type Finding, type RecordRow } from '#platform/model';
import { endOf, resumeLines } from '../resume/resume-rows.ts';
import { personSet } from '../sets/a01-person.ts';
import { resumeSegmentSet } from '../sets/a17-resume-segment.ts';
import { doubtOn } from './finding.ts';

/** A month between two lines is a hand-over; more is a gap. */
const LONGEST_GAP = 1;

/** 简历: lines that cannot be read, gaps, overlaps, and the text against its rows. */
export function resumeDoubts(person: RecordRow | undefined, rows: readonly RecordRow[]): Finding[] {
  const text = textOf(person, 'resumeText');
  const lines = rows.toSorted((a, b) => numberOf(a) - numberOf(b));
  return [...differences(person, text, lines), ...unreadable(lines), ...spanDoubts(lines)];
}

function numberOf(row: RecordRow): number {
  return typeof row['order'] === 'number' ? row['order'] : Number.MAX_SAFE_INTEGER;
}

/** The text and the rows are compared line by line, so that a row which a clerk confirmed unchanged is no difference. */
function differences(person: RecordRow | undefined, text: string, rows: readonly RecordRow[]): Finding[] {
  const says = (...line: (string | null)[]): string => line.map((part) => part?.trim() ?? '').join('\u0000');
  const read = resumeLines(text).map((line) => says(line.from, endOf(line), line.text));
  const stored = rows.map((row) =>
    says(textOf(row, 'startedOn'), textOf(row, 'endedOn'), textOf(row, 'text')),
  );
  if (read.length === stored.length && read.every((line, i) => line === stored[i])) return [];
  const message =
    rows.length === 0
      ? '简历全文还没有分段，请在“履历”中由简历全文生成简历段。'
      : text === ''
        ? '简历全文为空而简历段有内容，请在“履历”中由简历段生成简历全文。'
        : '简历全文与简历段不一致，请核对后在“履历”中由其中一方生成另一方。';
  return [{ ...doubtOn(personSet, person, 'resumeText', 'resume-differs', message), value: '' }];
}

/** A line that begins like one with dates and has none, and ends before beginnings. */
function unreadable(rows: readonly RecordRow[]): Finding[] {
  return rows.flatMap((row) => {
    const [start, end, text] = [textOf(row, 'startedOn'), textOf(row, 'endedOn'), textOf(row, 'text')];
    if (start === '' && /^\s*(?:19|20)\d{2}\s*[.．。年/-]/u.test(text)) {
      return [
        doubtOn(
          resumeSegmentSet,
          row,
          'text',
          'resume-unreadable',
          `简历中“${head(text)}”的起止时间不能识别，请填写开始时间和结束时间。`,
        ),
      ];
    }
    const [from, to] = [monthNumber(start), monthNumber(end)];
    if (from !== null && to !== null && to < from && !sameYear(start, end)) {
      return [
        doubtOn(
          resumeSegmentSet,
          row,
          'endedOn',
          'resume-reversed',
          `简历中“${head(text)}”的结束时间 ${printDate(end)} 早于开始时间 ${printDate(start)}，请改正。`,
        ),
      ];
    }
    return [];
  });
}

/** 2001.09--2001: the year alone says no more. */
function sameYear(start: string, end: string): boolean {
  return end.length === 4 && start.startsWith(end);
}

interface Span {
  readonly row: RecordRow;
  readonly from: number;
  /** The last month; for a year alone its December. Null when the line is open. */
  readonly to: number | null;
}

function spansOf(rows: readonly RecordRow[]): Span[] {
  return rows.flatMap((row) => {
    const [start, end] = [textOf(row, 'startedOn'), textOf(row, 'endedOn')];
    const from = monthNumber(start);
    if (from === null) return [];
    const last = monthNumber(end);
    return [{ row, from, to: last === null ? null : end.length === 4 ? last + 11 : last }];
  });
}

function spanDoubts(rows: readonly RecordRow[]): Finding[] {
  const spans = spansOf(rows).toSorted((a, b) => a.from - b.from);
  const doubts: Finding[] = [];
  let latest: Span | undefined;
  for (const span of spans) {
    if (latest) {
      const before = latest.to;
      if (before === null || span.from < before) doubts.push(overlap(latest.row, span.row));
      else if (span.from - before > LONGEST_GAP && textOf(span.row, 'startedOn').length > 4)
        doubts.push(gap(latest.row, span.row));
    }
    if (!latest || (latest.to !== null && (span.to === null || span.to > latest.to))) latest = span;
  }
  return doubts;
}

function gap(before: RecordRow, row: RecordRow): Finding {
  const months = `${printDate(textOf(before, 'endedOn'))} 到 ${printDate(textOf(row, 'startedOn'))}`;
  return doubtOn(
    resumeSegmentSet,
    row,
    'startedOn',
    'resume-gap',
    `简历在 ${months} 之间中断，请核对档案后补充。`,
  );
}

function overlap(before: RecordRow, row: RecordRow): Finding {
  const start = printDate(textOf(row, 'startedOn'));
  const end = printDate(textOf(before, 'endedOn')) || '至今';
  return doubtOn(
    resumeSegmentSet,
    row,
    'startedOn',
    'resume-overlap',
    `简历中“${head(textOf(row, 'text'))}”从 ${start} 开始，与上一段“${head(textOf(before, 'text'))}”（到 ${end}）时间重叠，请核对。`,
  );
}

function head(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}
