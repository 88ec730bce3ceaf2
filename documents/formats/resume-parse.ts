import { splitOneLine } from './resume-split.ts';
import { CONTINUATION, indentOf, readLineHead } from './resume-line.ts';

/** One entry of 简历. */
export interface ResumeSegment {
  /** YYYY-MM or YYYY; null for a paragraph */
  from: string | null;
  to: string | null;
  /** The segment has no end: the post is still held. */
  open: boolean;
  /** Without dates and indents; continuation lines (其间：…) are joined by LF. */
  text: string;
  /** The lines as they were written; those of all segments joined by LF are the whole résumé. */
  raw: string;
  /** A paragraph has no dates: memberships listed below an empty line, or text above the first segment. */
  kind: 'segment' | 'paragraph';
}

interface Draft {
  from: string | null;
  to: string | null;
  open: boolean;
  text: string[];
  raw: string[];
}

function finished(draft: Draft): ResumeSegment {
  return {
    from: draft.from,
    to: draft.to,
    open: draft.open,
    text: draft.text.filter((line) => line !== '').join('\n'),
    raw: draft.raw.join('\n'),
    kind: draft.from === null ? 'paragraph' : 'segment',
  };
}

/** Begins with a month, though no span could be read: an entry of its own, not the rest of the one above. */
function looksDated(line: string): boolean {
  return /^\s*(?:19|20)\d{2}(?:\s?[.．-]|年\s?\d{1,2}月)/u.test(line);
}

/**
 * Reads 简历 in every spelling of dates and separators, also where it stands on a single line. It never fails and loses
 * nothing: `raw` of all segments joined by LF is `splitOneLine(text)`, which is the text itself unless that is one line.
 */
export function parseResume(text: string): ResumeSegment[] {
  if (text === '') return [];
  const drafts: Draft[] = [];
  let current: Draft | undefined;
  let empty: string[] = [];
  for (const line of splitOneLine(text).split('\n')) {
    if (line.trim() === '') {
      empty.push(line);
      continue;
    }
    const below = current !== undefined && empty.length === 0;
    const continues = below && current?.from !== null && indentOf(line) >= CONTINUATION;
    const head = continues ? null : readLineHead(line);
    if (current && !head && below && (continues || !looksDated(line))) {
      current.text.push(line.trim());
      current.raw.push(line);
      continue;
    }
    const { from, to, open, text: own } = head ?? { from: null, to: null, open: false, text: line.trim() };
    current = { from, to, open, text: [own], raw: [...empty, line] };
    empty = [];
    drafts.push(current);
  }
  if (empty.length > 0) {
    if (!current) return [finished({ from: null, to: null, open: false, text: [], raw: empty })];
    current.raw.push(...empty);
  }
  return drafts.map(finished);
}
