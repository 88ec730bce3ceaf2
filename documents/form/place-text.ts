import { mmPerPoint } from './geometry.ts';
import type { LaidCell, PlacedText } from './layout.ts';
import { textWidth } from './text-width.ts';

/** Where the baseline lies in the em box, from its top. */
export const ascent = 0.86;

/** Baseline of a line whose upper edge is at `top` (mm); size and line height in points. */
export function baselineAt(top: number, size: number, lineHeight: number): number {
  return top + ((lineHeight - size) / 2 + ascent * size) * mmPerPoint;
}

/** Upper edge of the cell's block of lines, mm. */
function blockTop(cell: LaidCell): number {
  const { box, inset, fitted } = cell;
  const height = fitted.lines.length * fitted.lineHeight * mmPerPoint;
  if (cell.vertical === 'top') return box.y + inset.vertical;
  if (cell.vertical === 'bottom') return box.y + box.height - inset.vertical - height;
  return box.y + (box.height - height) / 2;
}

interface Piece {
  text: string;
  /** em from the line's start */
  at: number;
}

/** The words of a printed line, or its characters: blanks only hold them apart. */
function wordsOf(line: string, stacked: boolean): Piece[] {
  const words = stacked ? line.matchAll(/\S/gu) : line.matchAll(/\S+/gu);
  return Array.from(words, (word) => ({ text: word[0], at: textWidth(line.slice(0, word.index)) }));
}

/** A label's words, each in its own middle, so that a font with other widths moves nothing. */
export function placeLabel(cell: LaidCell, stacked: boolean): PlacedText[] {
  const { size, lineHeight, lines } = cell.fitted;
  const em = size * mmPerPoint;
  const top = blockTop(cell);
  return lines.flatMap((fittedLine, index) => {
    const line = fittedLine.pieces.map((piece) => piece.text).join('');
    const baseline = baselineAt(top + index * lineHeight * mmPerPoint, size, lineHeight);
    const free = cell.box.width - textWidth(line) * em;
    const start = cell.box.x + (cell.align === 'right' ? free - cell.inset.right : free / 2);
    return wordsOf(line, stacked).map(({ text, at }): PlacedText => {
      const width = textWidth(text) * em;
      return { x: start + at * em + width / 2, baseline, size, text, anchor: 'middle', width, role: 'label' };
    });
  });
}

/** The lines of a value, aligned in its cell. */
export function placeValue(cell: LaidCell): PlacedText[] {
  const { box, inset, fitted, align, target } = cell;
  const em = fitted.size * mmPerPoint;
  const top = blockTop(cell);
  const texts: PlacedText[] = [];
  fitted.lines.forEach((line, index) => {
    const baseline = baselineAt(top + index * fitted.lineHeight * mmPerPoint, fitted.size, fitted.lineHeight);
    for (const piece of line.pieces) {
      const text = piece.text.trimEnd();
      if (text === '') continue;
      const common = {
        baseline,
        size: fitted.size,
        text,
        width: textWidth(text) * em,
        role: 'value' as const,
      };
      const targeted = target ? { ...common, target } : common;
      if (align === 'left')
        texts.push({ ...targeted, x: box.x + inset.left + piece.indent * em, anchor: 'start' });
      else if (align === 'right')
        texts.push({ ...targeted, x: box.x + box.width - inset.right, anchor: 'end' });
      else texts.push({ ...targeted, x: box.x + box.width / 2, anchor: 'middle' });
    }
  });
  return texts;
}
