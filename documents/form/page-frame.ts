import { plainParagraphs, shellOf } from './cell-shell.ts';
import { plainLine } from './fit-text.ts';
import type { CellSpec, PageGeometry } from './geometry.ts';
import { mmPerPoint, pointsPerMm } from './geometry.ts';
import type { LaidCell, PlacedText, Rule } from './layout.ts';
import { placeLabel } from './place-text.ts';
import type { PageGrid } from './rules.ts';
import { gridOf, gridRules } from './rules.ts';

/** A label or the words of a seal area. */
interface PrintedCell {
  cell: LaidCell;
  texts: readonly PlacedText[];
}

/** The table of a page with rows of certain heights, and all in it that is the same whoever the form is about. */
export interface PageFrame extends PageGrid {
  /** Size of labels and the size that values start from, in points. */
  base: number;
  rules: readonly Rule[];
  printed: ReadonlyMap<CellSpec, PrintedCell>;
}

/** Labels keep their size; where the lines are too high for the cell they move together. */
function layLines(grid: PageGrid, base: number, cell: CellSpec, lines: readonly string[]): LaidCell {
  const shell = shellOf(grid, cell);
  const lineHeight = Math.min(base + 2, (shell.box.height * pointsPerMm) / lines.length);
  const fitted = { size: base, lineHeight, lines: lines.map(plainLine), lost: '' };
  const paragraphs = plainParagraphs(lines.join('\n'));
  return { ...shell, kind: 'label', align: 'center', vertical: 'middle', paragraphs, fitted };
}

/** The words of a seal area: to the right, at the bottom, an em away from the rules. */
function laySeal(grid: PageGrid, base: number, cell: CellSpec, lines: readonly string[]): LaidCell {
  const em = base * mmPerPoint;
  const laid = layLines(grid, base, cell, lines);
  const inset = { left: 0, right: em, vertical: em / 2 };
  const fitted = { ...laid.fitted, lineHeight: base * 1.5 };
  return { ...laid, align: 'right', vertical: 'bottom', inset, fitted };
}

function layPrinted(grid: PageGrid, base: number, spec: CellSpec): PrintedCell | null {
  const { content } = spec;
  if (content.kind === 'label') {
    const cell = layLines(grid, base, spec, content.lines);
    return { cell, texts: placeLabel(cell, content.stacked === true) };
  }
  if (content.kind !== 'seal') return null;
  const cell = laySeal(grid, base, spec, content.lines);
  return { cell, texts: placeLabel(cell, false) };
}

function layFrame(page: PageGeometry, rows: readonly number[], base: number): PageFrame {
  const grid = gridOf(page, rows);
  const printed = new Map<CellSpec, PrintedCell>();
  for (const spec of page.cells) {
    const laid = layPrinted(grid, base, spec);
    if (laid) printed.set(spec, laid);
  }
  return { ...grid, base, rules: gridRules(grid), printed };
}

const templates = new WeakMap<PageGeometry, PageFrame>();

/** The frame of a page as its template has it, laid once for all forms: a third of the work of a form. */
export function templateFrame(page: PageGeometry, base: number): PageFrame {
  let frame = templates.get(page);
  if (!frame) {
    frame = layFrame(page, page.rows, base);
    templates.set(page, frame);
  }
  return frame;
}

/** The same page with rows of other heights. */
export function stretched({ page, base }: PageFrame, rows: readonly number[]): PageFrame {
  return layFrame(page, rows, base);
}
