import { readDateText, type ResumeSegment } from '#documents/formats';

const DATE =
  /(?:19|20)\d{2}(?:\s?[.．。·年/,，-]{1,2}\s?\d{1,2}(?:月|(?:月|[.．。/-])\d{1,2}日?)?|\d{2}(?!\d)|年)?/gu;

/**
 * The spelling of a segment's dates where a partial date cannot hold all of it (a day: 1995.09.12) or where the dates
 * were out of shape (1991..09, 2011.09-2-015.07). Empty for the usual spellings, which say no more than the value.
 */
export function writtenDates(segment: ResumeSegment): Readonly<Record<string, string>> {
  if (segment.from === null) return {};
  const head = headOf(segment);
  const found = head.match(DATE) ?? [];
  const values = segment.to === null ? [segment.from] : [segment.from, segment.to];
  if (found.length !== values.length) return { startedOn: head };
  const keys = ['startedOn', 'endedOn'];
  return Object.fromEntries(
    found.flatMap((written, i) => (says(written, values[i] ?? '') ? [] : [[keys[i] ?? '', written]])),
  );
}

/** What stands before the text on the segment's first line. */
function headOf(segment: ResumeSegment): string {
  const line = segment.raw.split('\n').find((each) => each.trim() !== '') ?? '';
  const [first = ''] = segment.text.split('\n');
  return (first !== '' && line.trimEnd().endsWith(first) ? line.trimEnd().slice(0, -first.length) : line)
    .trim()
    .replace(/[-－﹣‐‑‒–—―─━~〜～\s]+$/u, '');
}

/** Does the spelling say exactly what the value says? */
function says(written: string, value: string): boolean {
  const date = readDateText(written);
  if (!date || date.day !== undefined) return false;
  const month = date.month === undefined ? '' : `-${String(date.month).padStart(2, '0')}`;
  return `${date.year}${month}` === value;
}
