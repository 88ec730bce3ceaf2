import type { FamilyRow, FormField } from '#documents/formats';
import type { FittedText } from './fit-text.ts';
import type { FormVariant, HorizontalAlign, VerticalAlign } from './geometry.ts';

/** What a value cell shows. A family row is counted over the whole form, from 0. */
export type CellTarget =
  | { kind: 'field'; field: FormField }
  | { kind: 'family'; row: number; column: keyof FamilyRow }
  | { kind: 'photo' };

/** Millimetres from the sheet's upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A straight line, horizontal or vertical, in the middle of its width, with square ends. Ends in mm, width in points. */
export interface Rule {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  width: number;
}

/** One run of text on one line. */
export interface PlacedText {
  /** Of the point that `anchor` names, mm. */
  x: number;
  /** mm */
  baseline: number;
  /** Points */
  size: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
  /** In 宋体, mm: another font is drawn to this width. */
  width: number;
  role: 'title' | 'label' | 'value' | 'note';
  target?: CellTarget;
}

export interface ValueBox extends Box {
  target: CellTarget;
}

/** A paragraph of a cell as a word processor wants it: it breaks the lines itself. Lengths in em. */
export interface CellParagraph {
  /** The dates of a résumé line, before the hanging text; empty otherwise. */
  head: string;
  text: string;
  /** Where the paragraph's lines begin. */
  indent: number;
}

/** A cell of the table, for targets that build real tables. Rows and columns count from 0 in the page's own grid. */
export interface LaidCell {
  row: number;
  rowSpan: number;
  column: number;
  columnSpan: number;
  box: Box;
  kind: 'label' | 'value' | 'photo';
  align: HorizontalAlign;
  vertical: VerticalAlign;
  /** Free space at the sides and at top or bottom, mm. */
  inset: { left: number; right: number; vertical: number };
  paragraphs: CellParagraph[];
  fitted: FittedText;
  openAbove: boolean;
  openBelow: boolean;
  target?: CellTarget;
}

export interface FormPage {
  kind: 'front' | 'back' | 'continuation';
  /** mm */
  sheet: { width: number; height: number };
  /** The grid, mm: upper left corner, column widths, row heights. */
  grid: { x: number; y: number; columns: readonly number[]; rows: readonly number[] };
  cells: LaidCell[];
  rules: readonly Rule[];
  texts: PlacedText[];
  boxes: ValueBox[];
  /** The photo's cell; the picture is drawn in its middle as large as fits, its ratio kept. */
  photo: Box | null;
}

/** A value that did not fit its cell at the smallest size: the text that is missing from the page. */
export interface OverflowNote {
  target: CellTarget;
  /** 简历, 家庭成员第3人的工作单位及职务 … */
  label: string;
  lost: string;
}

export interface FormLayout {
  variant: FormVariant;
  pages: FormPage[];
  overflow: OverflowNote[];
  /** More family rows than the form prints on its back: the rest stands on continuation sheets. */
  familyContinued: boolean;
}
