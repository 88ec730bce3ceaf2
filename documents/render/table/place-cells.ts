import { RenderProblem } from '../render-problem.ts';
import type { TableCell, TableRow } from './printed-table.ts';

/** A cell, or the part of one from above (`continues`), in the column where it begins. */
export interface PlacedCell {
  cell: string | number | null | TableCell;
  column: number;
  columnSpan: number;
  rowSpan: number;
  continues: boolean;
}

interface OpenSpan {
  placed: PlacedCell;
  /** Rows that it still covers. */
  left: number;
}

/** Puts the cells of row after row into columns. `part` is how messages name the rows: 表头, 表身. */
export class CellPlacer {
  readonly #columns: number;
  readonly #part: string;
  readonly #open: (OpenSpan | null)[];
  #openCount = 0;
  #row = 0;

  constructor(columns: number, part: string) {
    this.#columns = columns;
    this.#part = part;
    this.#open = Array.from({ length: columns }, () => null);
  }

  place(row: TableRow): PlacedCell[] {
    this.#row += 1;
    const placed: PlacedCell[] = [];
    let next = 0;
    for (let column = 0; column < this.#columns;) {
      const above = this.#openCount > 0 ? this.#continued(column) : null;
      const here = above ?? this.#begin(row.cells[next++] ?? null, column);
      placed.push(here);
      column += here.columnSpan;
    }
    if (next < row.cells.length) throw this.#problem(`的单元格多于 ${this.#columns} 列，请检查合并的列数`);
    return placed;
  }

  /** No cell reaches into the next row. */
  get isLevel(): boolean {
    return this.#openCount === 0;
  }

  /** To be called behind the last row. */
  finish(): void {
    if (this.#openCount > 0) throw this.#problem('之后没有足够的行，合并的行数超出了范围');
  }

  #continued(column: number): PlacedCell | null {
    const span = this.#open[column];
    if (!span) return null;
    span.left -= 1;
    if (span.left === 0) {
      this.#open[column] = null;
      this.#openCount -= 1;
    }
    return { ...span.placed, continues: true };
  }

  #begin(cell: PlacedCell['cell'], column: number): PlacedCell {
    const isObject = typeof cell === 'object' && cell !== null;
    const columnSpan = (isObject ? cell.columnSpan : undefined) ?? 1;
    const rowSpan = (isObject ? cell.rowSpan : undefined) ?? 1;
    if (![columnSpan, rowSpan].every((span) => Number.isInteger(span) && span > 0))
      throw this.#problem('有合并的行数或列数不是正整数的单元格');
    for (let covered = column; covered < column + columnSpan; covered += 1) {
      if (covered >= this.#columns || this.#open[covered])
        throw this.#problem('有合并的单元格互相重叠，或超出了列数');
    }
    const placed = { cell, column, columnSpan, rowSpan, continues: false };
    if (rowSpan > 1) {
      this.#open[column] = { placed, left: rowSpan - 1 };
      this.#openCount += 1;
    }
    return placed;
  }

  #problem(what: string): RenderProblem {
    return new RenderProblem('table-shape', `${this.#part}第 ${this.#row} 行${what}。`);
  }
}
