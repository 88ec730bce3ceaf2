import type { CellSpec } from './geometry.ts';
import { ruleClearance } from './geometry.ts';
import type { Box, CellParagraph, LaidCell } from './layout.ts';
import type { PageGrid } from './rules.ts';
import { columnRange } from './rules.ts';

/** A cell without its content: its place in the grid and on the sheet. */
export type CellShell = Pick<
  LaidCell,
  'row' | 'rowSpan' | 'column' | 'columnSpan' | 'box' | 'inset' | 'openAbove' | 'openBelow'
>;

/** `lastRow` differs from the template's where a value takes two rows. */
export function shellOf(grid: PageGrid, cell: CellSpec, lastRow = cell.rows[1]): CellShell {
  const { xs, ys } = grid;
  const { from, to } = columnRange(grid.page, cell);
  const [x = 0, y = 0] = [xs[from], ys[cell.rows[0] - 1]];
  const box: Box = { x, y, width: (xs[to] ?? 0) - x, height: (ys[lastRow] ?? 0) - y };
  return {
    row: cell.rows[0] - 1,
    rowSpan: lastRow - cell.rows[0] + 1,
    column: from,
    columnSpan: to - from,
    box,
    inset: { left: ruleClearance, right: ruleClearance, vertical: ruleClearance },
    openAbove: cell.openAbove === true,
    openBelow: cell.openBelow === true && lastRow === cell.rows[1],
  };
}

/** A paragraph for each line. */
export const plainParagraphs = (text: string): CellParagraph[] =>
  text.split('\n').map((line) => ({ head: '', text: line, indent: 0 }));
