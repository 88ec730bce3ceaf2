import { parseResume, type ResumeSegment } from '#documents/formats';
import { newId, textOf, type RecordRow } from '#platform/model';
import { shortHash } from './short-hash.ts';
import { writtenDates } from './written-dates.ts';

/** Where the rows of A17 come from. */
export const resumeField = 'A01.resumeText';

/**
 * The rows of 简历段 (A17) that a résumé text gives beside those that are there already.
 *
 * - A row that somebody entered or changed (it has no origin) is kept as it is, and takes the place of the line with the
 *   same start and text, else of the line with the same start and end, so that no line stands there twice.
 * - A row that was read from an earlier text and not touched since gives way; where a line is still the same, or has
 *   the same start, its row keeps its id, so that the history shows what really changed.
 * - A paragraph without dates becomes a row without dates. A line of a single month begins and ends in that month.
 */
export function resumeRows(text: string, previous: readonly RecordRow[]): RecordRow[] {
  const hash = shortHash(text);
  const read = resumeLines(text).map((segment, index) => rowOf(segment, index + 1, hash));
  const places: Places = read.map(() => undefined);
  const parsed = previous.filter((row) => row.origin?.from === resumeField);
  const touched = previous.filter((row) => row.origin?.from !== resumeField);
  const unplaced = place(touched, read, places, [sameStartAndText, sameSpan]);
  const rows: Places = read.map(() => undefined);
  place(
    parsed,
    read,
    rows,
    [(a, b) => sameSpan(a, b) && sameStartAndText(a, b), sameStartAndText, sameSpan, sameStart],
    places,
  );
  const merged = read.map((row, i) => places[i] ?? { ...row, id: rows[i]?.id ?? newId() });
  return [...merged, ...unplaced];
}

/** The segments of a résumé that become rows. */
export function resumeLines(text: string): ResumeSegment[] {
  return parseResume(text).filter((segment) => segment.text !== '' || segment.from !== null);
}

/** A line of a single month ends in that month. */
export function endOf({ from, to, open }: ResumeSegment): string | null {
  return to ?? (open ? null : from);
}

/** The row that stands for each line. */
type Places = (RecordRow | undefined)[];
type Same = (a: RecordRow, b: RecordRow) => boolean;

const sameStart: Same = (a, b) =>
  textOf(a, 'startedOn') !== '' && textOf(a, 'startedOn') === textOf(b, 'startedOn');
const sameSpan: Same = (a, b) => sameStart(a, b) && textOf(a, 'endedOn') === textOf(b, 'endedOn');
const sameStartAndText: Same = (a, b) =>
  textOf(a, 'startedOn') === textOf(b, 'startedOn') && textOf(a, 'text') === textOf(b, 'text');

/** Gives each row the first free line that it equals, by one rule after the other; returns the rows without a line. */
function place(
  rows: readonly RecordRow[],
  lines: readonly RecordRow[],
  places: Places,
  rules: readonly Same[],
  taken: Readonly<Places> = places,
): RecordRow[] {
  let left = [...rows];
  for (const same of rules) {
    left = left.filter((row) => {
      const at = lines.findIndex(
        (line, i) => places[i] === undefined && taken[i] === undefined && same(row, line),
      );
      if (at >= 0) places[at] = row;
      return at < 0;
    });
  }
  return left;
}

function rowOf(segment: ResumeSegment, order: number, hash: string): RecordRow {
  const asWritten = writtenDates(segment);
  return {
    id: '',
    startedOn: segment.from,
    endedOn: endOf(segment),
    text: segment.text,
    order,
    ...(Object.keys(asWritten).length > 0 ? { asWritten } : {}),
    origin: { from: resumeField, hash },
  };
}
