import type { ResumeSegment } from './resume-parse.ts';

/** Blanks in place of the end date of a segment that is still open. */
const OPEN_END = ' '.repeat(7);
/** Two dates, `--` and two blanks: what a continuation line leaves free to line up under the text. */
export const HANGING_INDENT = ' '.repeat(18);

/** YYYY-MM as the résumé writes it, YYYY.MM; a year unchanged. */
function dotted(point: string): string {
  return point.replace('-', '.');
}

/** The first line of a segment: `1991.01--2000.01  ……`, `2000.01--         ……`, `1991.01  ……` for a single month. */
export function formatHead(head: { from: string; to: string | null; open: boolean; text: string }): string {
  const span = head.to !== null ? `--${dotted(head.to)}` : head.open ? `--${OPEN_END}` : '';
  return `${dotted(head.from)}${span}  ${head.text}`.trimEnd();
}

function formatSegment(segment: ResumeSegment, isFirst: boolean): string {
  const [first = '', ...rest] = segment.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (segment.from === null) return (isFirst ? '' : '\n') + [first, ...rest].join('\n');
  const head = formatHead({ from: segment.from, to: segment.to, open: segment.open, text: first });
  return [head, ...rest.map((line) => HANGING_INDENT + line)].join('\n');
}

/**
 * 简历 as the editor writes it: one segment a line with two hyphens and two blanks, continuation lines under the text, an
 * empty line before a paragraph without dates. What it writes, `parseResume` reads back and it writes alike again.
 */
export function formatResume(segments: readonly ResumeSegment[]): string {
  return segments.map((segment, index) => formatSegment(segment, index === 0)).join('\n');
}
