import { formatHead, HANGING_INDENT } from './resume-format.ts';
import { CONTINUATION, indentOf, readLineHead } from './resume-line.ts';
import { splitOneLine } from './resume-split.ts';

/**
 * 简历 with the spelling of its lines put right: dates, hyphens and blanks where a line is clearly a segment, the hanging
 * indent where it continues one. Every other line stays as it is, and no line is joined, moved or dropped.
 */
export function normalizeResume(text: string): string {
  let belowSegment = false;
  const lines = splitOneLine(text)
    .split('\n')
    .map((line) => {
      if (line.trim() === '') {
        belowSegment = false;
        return '';
      }
      if (belowSegment && indentOf(line) >= CONTINUATION) return HANGING_INDENT + line.trim();
      const head = readLineHead(line);
      if (head) belowSegment = true;
      return head?.exact ? formatHead(head) : line.trimEnd();
    });
  return lines.join('\n').trim();
}
