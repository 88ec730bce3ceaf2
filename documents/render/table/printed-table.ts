/** How a cell looks; what is not said comes from its column, then from the head or the body of the table. */
export interface CellStyle {
  /** Name as offices have it: 宋体, 仿宋_GB2312, 黑体, 楷体_GB2312, 方正小标宋简体 … */
  font?: string;
  /** Points */
  size?: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'middle' | 'bottom';
  /** Lines are broken at the cell's edge; on unless it is switched off (in a Word or PDF file always). */
  wrap?: boolean;
  /** Thin rules around the cell; on unless it is switched off. */
  border?: boolean;
  /** For numbers */
  format?: NumberFormat;
}

export type NumberFormat = '0' | '0.0' | '0.00' | '#,##0' | '0%' | '0.0%' | '0.00%';

/** A part of a text with a look of its own. */
export interface TextRun {
  text: string;
  font?: string;
  size?: number;
  bold?: boolean;
}

/** Text stays text, whatever it looks like: ID numbers keep their digits and `=` begins no formula. `\n` is a new line. */
export type CellValue = string | number | null | readonly TextRun[];

export interface TableCell {
  value?: CellValue;
  style?: CellStyle;
  /** How many columns and rows the cell covers, 1 unless said. */
  columnSpan?: number;
  rowSpan?: number;
  /** JPEG, PNG, BMP or GIF, drawn as large as fits in the middle of the cell. */
  picture?: Uint8Array;
}

/**
 * The cells from left to right. As in HTML, a cell takes the next column that no cell from above covers. A row with
 * fewer cells than there are columns is filled up with empty ones.
 */
export interface TableRow {
  cells: readonly (string | number | null | TableCell)[];
  /** Points; without it the program fits the row to its text. Rows with pictures are 110 points high unless said. */
  height?: number;
  /** It is never the last on a page, as a heading in the table must not be; a spreadsheet does not know that. */
  keepWithNext?: boolean;
}

export interface TableColumn {
  /** Width in half-width characters of the body, a Chinese character being two. */
  width: number;
  style?: CellStyle;
}

export interface TitleLine {
  text: string;
  /** Points; 22 for the first line and 18 for the others unless said. */
  size?: number;
}

/** How a table is printed; it is always fitted to the width of the sheet. */
export interface PageSetup {
  /** Of A4; a PDF takes a wider sheet, up to A3 across, where the columns need it. */
  orientation: 'portrait' | 'landscape';
  /** 第 n 页 共 m 页 at the foot of every page; on unless it is switched off. */
  pageNumbers?: boolean;
}

/** A table as offices print it: title, line below it, head, rows, notes. The same value makes a sheet, a Word file or a PDF. */
export interface PrintedTable {
  titles: readonly TitleLine[];
  /** The line between title and head: 填报单位 to the left, 截止时间 to the right. */
  subLine?: { left?: string; right?: string };
  columns: readonly TableColumn[];
  /** Repeated at the top of every page. */
  head: readonly TableRow[];
  rows: Iterable<TableRow> | AsyncIterable<TableRow>;
  /** Lines below the table, without rules. */
  notes?: readonly string[];
  headStyle?: CellStyle;
  bodyStyle?: CellStyle;
  page: PageSetup;
}

/** Something of the values that is not in the file. */
export type TableNote =
  /** Characters that no such file can hold were left out; `place` is sheet and cell, or row and column. */
  | { kind: 'controlCharacter'; place: string }
  /** The fonts of a PDF have no glyph for these characters; a box stands in their places. */
  | { kind: 'missingCharacter'; place: string; text: string }
  /** The picture is damaged or of another kind; its cell is empty. */
  | { kind: 'picture'; place: string };

/** No more notes than these are kept. */
export const noteLimit = 1000;
