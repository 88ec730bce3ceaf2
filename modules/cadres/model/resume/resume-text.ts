import { formatResume, type ResumeSegment } from '#documents/formats';
import { textOf, type RecordRow } from '#platform/model';

/**
 * The text of 简历 made anew from its rows, as the form prints it. Days are left out (the résumé knows months), and a row
 * that begins and ends in the same month is written with that month alone.
 */
export function resumeTextFrom(rows: readonly RecordRow[]): string {
  return formatResume(rows.toSorted((a, b) => orderOf(a) - orderOf(b)).map(segmentOf));
}

function orderOf(row: RecordRow): number {
  return typeof row['order'] === 'number' ? row['order'] : Number.MAX_SAFE_INTEGER;
}

function segmentOf(row: RecordRow): ResumeSegment {
  const from = textOf(row, 'startedOn').slice(0, 7) || null;
  const end = textOf(row, 'endedOn').slice(0, 7) || null;
  const to = end === from ? null : end;
  const text = textOf(row, 'text');
  const open = from !== null && end === null;
  return {
    from,
    to: from === null ? null : to,
    open,
    text,
    raw: text,
    kind: from === null ? 'paragraph' : 'segment',
  };
}
