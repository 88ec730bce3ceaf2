import type { FamilyRow, FormField } from '#documents/formats';

/** 任免表（A4）, 任免表（B5）, 任免表（档案审核）: the editor's three templates. */
export type FormVariant = 'A4' | 'B5' | 'archive';

export const formVariants: readonly FormVariant[] = ['A4', 'B5', 'archive'];

/** How the text of a value cell is made to fit; the rules stand in `cell-text.ts`. */
export type FitRule = 'short' | 'plain' | 'birth' | 'partyJoin' | 'post' | 'resume' | 'age' | 'filledOn';

export type HorizontalAlign = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'middle' | 'bottom';

/** A printed label. `stacked` labels are read downwards, so every character is placed by itself. */
interface LabelContent {
  kind: 'label';
  /** An empty line keeps its height: it pushes the characters of 简 历 apart. */
  lines: readonly string[];
  stacked?: boolean;
}

export interface ValueContent {
  kind: 'value';
  field: FormField;
  fit: FitRule;
  align: HorizontalAlign;
  vertical: VerticalAlign;
  /** Two lines without a rule between them (学历 over 学位): a lone or equal value takes both. */
  pair?: 'upper' | 'lower';
}

export interface FamilyContent {
  kind: 'family';
  /** Which family row of this page, from 0. */
  row: number;
  column: keyof FamilyRow;
  fit: FitRule;
  align: HorizontalAlign;
}

/** An area that stays blank for handwriting, with the printed words at its bottom. */
interface SealContent {
  kind: 'seal';
  lines: readonly string[];
}

interface PhotoContent {
  kind: 'photo';
}

type CellContent = LabelContent | ValueContent | FamilyContent | SealContent | PhotoContent;

export interface CellSpec {
  /** First and last row of the grid, from 1. */
  rows: readonly [number, number];
  /** First and last column of the A4 grid, from 1; `PageGeometry.edges` translates for other grids. */
  columns: readonly [number, number];
  content: CellContent;
  /** The rule above or below the cell is not drawn. */
  openAbove?: true;
  openBelow?: true;
}

/** One side of the form. All lengths in millimetres. */
export interface PageGeometry {
  /** From the sheet's left edge to the middle of the table's left rule. */
  left: number;
  /** From the sheet's top edge to the middle of the table's top rule. */
  top: number;
  columns: readonly number[];
  rows: readonly number[];
  /** Where each vertical edge of the A4 grid (0 is the left one) lies in this grid. */
  edges: readonly number[];
  cells: readonly CellSpec[];
}

export interface VariantGeometry {
  variant: FormVariant;
  sheet: { width: number; height: number };
  /** Size of labels and the size that values start from, in points. */
  base: number;
  /** The seven title characters: left edge of the first cell and upper edge of the block, from the sheet's corner. */
  title: { left: number; top: number; height: number };
  front: PageGeometry;
  back: PageGeometry;
  /** 家庭成员续表, for the rows that the back has no room for. */
  continuation: PageGeometry;
}

export const mmPerPoint = 25.4 / 72;
export const pointsPerMm = 72 / 25.4;

/** Line widths in points. */
export const outerRule = 1.5;
export const innerRule = 1;

/** 干部任免审批表, one character a cell. Lengths in millimetres, size in points. */
export const titleText = '干部任免审批表';
export const titleCell = 12.45;
export const titleSize = 24;

/**
 * The cells have no margins. A value that begins at the left edge is set in by this (mm), the half of the rule that lies
 * inside the cell and half a point of air, so that ink never touches the rule.
 */
export const ruleClearance = 0.35;

/** Free space between the back's table and the line below it (填表人), points. */
export const spaceBelowTable = 7.8;

/** Family rows on the back and on a continuation sheet. */
export const familyRowsOnBack = 7;
export const familyRowsOnContinuation = 18;
