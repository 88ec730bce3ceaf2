import { breakable, breakLines, textWidth } from '#documents/form';
import type { CellFont } from '../../table/styles.ts';

/** A part of a line; widths in points. */
export interface LaidPiece {
  readonly text: string;
  readonly font: CellFont;
  readonly width: number;
}

export interface LaidLine {
  readonly pieces: readonly LaidPiece[];
  readonly width: number;
  /** The largest of its letters, points. */
  readonly size: number;
}

export interface StyledText {
  readonly text: string;
  readonly font: CellFont;
}

/** What a line takes of a page, as a multiple of its size. */
export const leading = 1.3;

function lineOf(pieces: readonly LaidPiece[], size: number): LaidLine {
  return { pieces, size, width: pieces.reduce((sum, { width }) => sum + width, 0) };
}

function pieceOf(text: string, font: CellFont): LaidPiece {
  return { text, font, width: textWidth(text) * font.size };
}

/** The paragraphs of runs: each ends where a run has a line break. */
function paragraphsOf(runs: readonly StyledText[]): StyledText[][] {
  const paragraphs: StyledText[][] = [[]];
  for (const { text, font } of runs) {
    for (const [index, part] of text.replaceAll(/\r\n?/g, '\n').split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)?.push({ text: part, font });
    }
  }
  return paragraphs;
}

/** The runs of a paragraph again, from its lines. */
function* divided(lines: readonly string[], runs: readonly StyledText[]): Generator<LaidPiece[]> {
  let [run, at] = [0, 0];
  for (const line of lines) {
    const pieces: LaidPiece[] = [];
    for (let left = line.length; left > 0;) {
      const current = runs[run];
      if (!current) break;
      const part = current.text.slice(at, at + left);
      pieces.push(pieceOf(part, current.font));
      left -= part.length;
      at += part.length;
      if (at < current.text.length) continue;
      run += 1;
      at = 0;
    }
    yield pieces;
  }
}

/** Breaks a text into lines of so many points by the rules of Chinese typesetting; a tab counts as two blanks. */
export function layText(runs: readonly StyledText[], room: number): LaidLine[] {
  const [first] = runs;
  // Most cells are short and stand on one line as they are; no character is wider than an em.
  if (first && runs.length === 1 && first.text.length * first.font.size <= room && !/\s/.test(first.text))
    return [lineOf([pieceOf(first.text, first.font)], first.font.size)];
  return paragraphsOf(runs).flatMap((paragraph) => {
    const size = Math.max(...(paragraph.length > 0 ? paragraph : runs).map(({ font }) => font.size));
    const tabless = paragraph.map(({ text, font }) => ({ text: text.replaceAll('\t', '  '), font }));
    const text = tabless.map((run) => run.text).join('');
    const lines =
      text.length * size <= room ? [text] : (breakLines(breakable(text), room / size, true) ?? [text]);
    return [...divided(lines, tabless)].map((pieces) => lineOf(withoutEnd(pieces), size));
  });
}

/** Blanks at the end of a line take no room. */
function withoutEnd(pieces: LaidPiece[]): LaidPiece[] {
  const last = pieces.at(-1);
  if (!last?.text.endsWith(' ')) return pieces;
  return [...pieces.slice(0, -1), pieceOf(last.text.trimEnd(), last.font)];
}

export function heightOf(lines: readonly LaidLine[]): number {
  return lines.reduce((sum, { size }) => sum + size * leading, 0);
}
