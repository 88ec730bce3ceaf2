import { parseResume } from '#documents/formats';
import type { CellParagraph } from './layout.ts';
import type { FittedLine, FittedText } from './fit-text.ts';
import { cutToHeight, sizesDown } from './fit-text.ts';
import { smallestSize } from './fit-cell.ts';
import type { Breakable } from './line-break.ts';
import { breakable, breakLines } from './line-break.ts';
import { textWidth } from './text-width.ts';

/** Two dates with `--` and two blanks: the text of a résumé line, and what continues it, begins here (em). */
const resumeIndent = 9;
/** What the line height adds to the size, in points. */
const resumeLeading = 1;

const dotted = (month: string): string => month.replace('-', '.');
const digits = (text: string): string => text.replace(/\D/g, '');

type Segment = ReturnType<typeof parseResume>[number];

/** The dates before a segment: in the editor's spelling, or as written where that would drop something (a day). */
function headOf(segment: Segment, firstLine: string, body: string): string {
  if (segment.from === null) return '';
  const end = segment.to === null ? '' : dotted(segment.to);
  const written = body && firstLine.endsWith(body) ? firstLine.slice(0, -body.length) : body ? '' : firstLine;
  const head = `${dotted(segment.from)}${segment.to === null && !segment.open ? '' : '--'}${end}`;
  return written && digits(written) !== digits(head) ? written.trim() : head;
}

/** 简历 as paragraphs: a head with dates and its text, notes under the text, a free line before undated paragraphs. */
export function resumeParagraphs(text: string): CellParagraph[] {
  const paragraphs: CellParagraph[] = [];
  for (const segment of parseResume(text)) {
    const lines = segment.raw.split('\n').map((line) => line.trim());
    const [body = '', ...notes] = segment.text.split('\n');
    if (lines[0] === '' && paragraphs.length > 0) paragraphs.push({ head: '', text: '', indent: 0 });
    const indent = segment.from === null ? 0 : resumeIndent;
    const firstLine = lines.find((line) => line !== '') ?? '';
    paragraphs.push({ head: headOf(segment, firstLine, body), text: body, indent });
    for (const note of notes) paragraphs.push({ head: '', text: note, indent });
  }
  return paragraphs;
}

interface Prepared {
  paragraph: CellParagraph;
  text: Breakable;
  /** The head leaves no room before the text: it stands on a line of its own. */
  longHead: boolean;
}

function prepare(paragraph: CellParagraph): Prepared {
  const longHead = textWidth(paragraph.head) + 0.5 > paragraph.indent;
  return { paragraph, text: breakable(paragraph.text), longHead };
}

function linesOf({ paragraph, text, longHead }: Prepared, limit: number): FittedLine[] {
  const { head, indent } = paragraph;
  const lines = (breakLines(text, limit - indent, true) ?? []).map((line) => ({
    pieces: [{ text: line, indent }],
  }));
  if (!head) return lines;
  const dates = { text: head, indent: 0 };
  if (longHead) return [{ pieces: [dates] }, ...lines];
  lines[0]?.pieces.unshift(dates);
  return lines;
}

/** Fits 简历, sizes in points: half points down from `start`, the line height one point more than the size. */
export function fitResume(
  paragraphs: readonly CellParagraph[],
  room: { width: number; height: number; start: number },
): FittedText {
  const prepared = paragraphs.map(prepare);
  const linesAt = (size: number): FittedLine[] =>
    prepared.flatMap((paragraph) => linesOf(paragraph, room.width / size));
  for (const size of sizesDown(room.start, smallestSize)) {
    const lines = linesAt(size);
    const lineHeight = size + resumeLeading;
    if (lines.length * lineHeight <= room.height) return { size, lineHeight, lines, lost: '' };
  }
  return cutToHeight(linesAt(smallestSize), smallestSize, resumeLeading, room.height);
}
