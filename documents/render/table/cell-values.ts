import type { CellValue, TableCell, TableRow, TextRun } from './printed-table.ts';

/** A cell as a row has it. */
export type CellContent = TableRow['cells'][number];

/** Rows with pictures are so high unless it is said, points. */
export const pictureHeight = 110;

export function isTableCell(cell: CellContent): cell is TableCell {
  return typeof cell === 'object' && cell !== null;
}

export function valueOf(cell: CellContent): CellValue {
  return isTableCell(cell) ? (cell.value ?? null) : cell;
}

/** A text or its parts of several looks; none for a number. */
export function runsOf(value: Exclude<CellValue, number>): readonly TextRun[] {
  return typeof value === 'string' ? [{ text: value }] : (value ?? []);
}

/** The words of a cell without their looks. */
export function textOf(cell: CellContent): string {
  const value = valueOf(cell);
  return typeof value === 'number' ? String(value) : runsOf(value).reduce((all, { text }) => all + text, '');
}
