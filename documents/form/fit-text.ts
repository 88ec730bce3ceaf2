import { breakable, breakLines } from './line-break.ts';
import { textWidth } from './text-width.ts';

/** A line of a fitted cell: pieces at their distance in em from the cell's left edge (the résumé has two). */
export interface FittedLine {
  pieces: { text: string; indent: number }[];
}

/** What a cell shows. Sizes in points. */
export interface FittedText {
  size: number;
  lineHeight: number;
  lines: FittedLine[];
  /** The text that found no room at the smallest size; empty when everything is there. */
  lost: string;
}

export interface FitRequest {
  /** Room inside the cell, in points. */
  width: number;
  height: number;
  /** Sizes to try, in points. */
  start: number;
  smallest: number;
  /** What the line height adds to the size, in points. */
  leading: number;
  /** No line takes more than this many em, however wide the cell is. */
  perLine?: number;
  mostLines?: number;
}

/** Size steps, and the size down to which a word is rather printed smaller than divided. */
const step = 0.5;
const smallestForWholeWords = 9;

export function* sizesDown(start: number, smallest: number): Generator<number> {
  for (let size = start; size >= smallest; size -= step) yield size;
}

export const plainLine = (text: string): FittedLine => ({ pieces: [{ text, indent: 0 }] });

/** How many em a line holds at a size. */
const lineLimit = (size: number, { width, perLine = Number.POSITIVE_INFINITY }: FitRequest): number =>
  Math.min(width / size, perLine);

/** Most values are short and stand on one line as they are. */
function fitsAtOnce(text: string, request: FitRequest): boolean {
  const { start, leading, height } = request;
  if (start + leading > height || text.includes('\n')) return false;
  return textWidth(text) <= lineLimit(start, request);
}

/** The largest size at which the text, broken into lines, stays inside the cell. */
export function fitText(text: string, request: FitRequest): FittedText {
  if (fitsAtOnce(text, request)) {
    const { start: size, leading } = request;
    return { size, lineHeight: size + leading, lines: [plainLine(text)], lost: '' };
  }
  const paragraphs = text.split('\n').map(breakable);
  const most = request.mostLines ?? Number.POSITIVE_INFINITY;
  const linesAt = (size: number, force: boolean): string[] | null => {
    const limit = lineLimit(size, request);
    const lines: string[] = [];
    for (const paragraph of paragraphs) {
      const broken = breakLines(paragraph, limit, force);
      if (!broken) return null;
      lines.push(...broken);
    }
    return lines;
  };
  for (const force of [false, true]) {
    const smallest = force ? request.smallest : Math.max(request.smallest, smallestForWholeWords);
    for (const size of sizesDown(request.start, smallest)) {
      const lines = linesAt(size, force);
      const lineHeight = size + request.leading;
      if (!lines || lines.length > most || lines.length * lineHeight > request.height) continue;
      return { size, lineHeight, lines: lines.map(plainLine), lost: '' };
    }
  }
  const lines = linesAt(request.smallest, true) ?? [];
  return cutToHeight(lines.map(plainLine), request.smallest, request.leading, request.height);
}

/** At the smallest size: what stays inside the cell, and the rest as lost. */
export function cutToHeight(lines: FittedLine[], size: number, leading: number, height: number): FittedText {
  const room = Math.max(0, Math.floor(height / (size + leading)));
  const rest = lines.slice(room).map((line) => line.pieces.map((piece) => piece.text).join(''));
  return { size, lineHeight: size + leading, lines: lines.slice(0, room), lost: rest.join('\n') };
}
