import { trimPicture } from '#documents/formats';
import { RenderProblem } from '../../render-problem.ts';
import {
  isTableCell,
  pictureHeight,
  runsOf,
  textOf,
  valueOf,
  type CellContent,
} from '../../table/cell-values.ts';
import { numberText } from '../../table/number-text.ts';
import { CellPlacer, type PlacedCell } from '../../table/place-cells.ts';
import type { TableNote, TableRow } from '../../table/printed-table.ts';
import type { FullStyle } from '../../table/styles.ts';
import { withoutForbidden } from '../../xml-text.ts';
import { pdfImage } from '../image.ts';
import type { PdfImage } from '../rgb-image.ts';
import { heightOf, layText, type LaidLine, type StyledText } from './lay-text.ts';

/** Between text and rules, points. */
export const inset = { side: 2.5, edge: 3 };

/** A cell ready to be drawn; one that covers several rows is the same object in each of them. */
export interface LaidCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly style: FullStyle;
  readonly lines: readonly LaidLine[];
  readonly picture: PdfImage | null;
  readonly place: string;
  /** How many of its lines are drawn, on this page or one before. */
  drawn: number;
}

export interface LaidRow {
  /** From left to right; a cell from above stands in every row that it covers. */
  readonly cells: readonly LaidCell[];
  height: number;
  /** The next row belongs on the same page. */
  readonly keepWithNext: boolean;
}

export interface RowLayout {
  /** Of the columns, points. */
  readonly widths: readonly number[];
  readonly looks: readonly FullStyle[];
  /** By what letters and told heights are made smaller. */
  readonly scale: number;
  /** How messages name the rows: 表头, 表身. */
  readonly part: string;
  readonly note: (note: TableNote) => void;
}

/** Lays the rows of a head or a body one after another. */
export class RowLayouter {
  readonly #layout: RowLayout;
  readonly #placer: CellPlacer;
  /** The cells of several rows by their columns, and how much of their height is still wanted. */
  readonly #open = new Map<number, { cell: LaidCell; rows: number; wanted: number }>();
  #row = 0;

  constructor(layout: RowLayout) {
    this.#layout = layout;
    this.#placer = new CellPlacer(layout.widths.length, layout.part);
  }

  lay(row: TableRow): LaidRow {
    this.#row += 1;
    const { scale } = this.#layout;
    let height = (row.height ?? 0) * scale;
    const cells: LaidCell[] = [];
    for (const placed of this.#placer.place(row)) {
      const open = placed.continues ? this.#open.get(placed.column) : undefined;
      const cell = open?.cell ?? this.#cell(placed);
      cells.push(cell);
      const wanted = open?.wanted ?? wantedHeight(cell, scale);
      const rows = (open?.rows ?? placed.rowSpan) - 1;
      // The last of the rows that a cell covers gives what the others had no room for.
      if (rows === 0) height = Math.max(height, wanted);
      if (placed.rowSpan > 1) this.#open.set(placed.column, { cell, rows, wanted });
    }
    for (const [column, open] of this.#open) {
      open.wanted -= height;
      if (open.rows === 0) this.#open.delete(column);
    }
    return { cells, height, keepWithNext: (row.keepWithNext ?? false) || this.#open.size > 0 };
  }

  /** To be called behind the last row. */
  finish(): void {
    this.#placer.finish();
  }

  #cell({ cell, column, columnSpan }: PlacedCell): LaidCell {
    const { widths, looks } = this.#layout;
    const base = looks[column] as FullStyle;
    const style = isTableCell(cell) && cell.style ? { ...base, ...cell.style } : base;
    const width = widths.slice(column, column + columnSpan).reduce((sum, each) => sum + each, 0);
    const place = `第 ${this.#row} 行第 ${column + 1} 列`;
    const lines = layText(this.#runs(cell, style, place), width - 2 * inset.side);
    return { column, columnSpan, style, lines, picture: this.#picture(cell, place), place, drawn: 0 };
  }

  #runs(cell: CellContent, style: FullStyle, place: string): StyledText[] {
    const { scale, note } = this.#layout;
    const value = valueOf(cell);
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RenderProblem('cell-number', `${place}的数值不是有限的数，无法写入。`);
    const runs = typeof value === 'number' ? [{ text: numberText(value, style.format) }] : runsOf(value);
    const text = textOf(cell);
    if (withoutForbidden(text) !== text) note({ kind: 'controlCharacter', place });
    return runs.map((run) => {
      const { font, size, bold } = { ...style, ...run };
      return { text: withoutForbidden(run.text), font: { font, size: size * scale, bold } };
    });
  }

  #picture(cell: CellContent, place: string): PdfImage | null {
    if (!isTableCell(cell) || !cell.picture) return null;
    const image = pdfImage(trimPicture(cell.picture));
    if (!image) this.#layout.note({ kind: 'picture', place });
    return image;
  }
}

function wantedHeight({ lines, picture, style }: LaidCell, scale: number): number {
  if (picture) return pictureHeight * scale;
  return Math.max(heightOf(lines), style.size * scale) + 2 * inset.edge;
}

/** What of a cell is still to be drawn. */
export const linesLeft = ({ lines, drawn }: LaidCell): readonly LaidLine[] =>
  drawn === 0 ? lines : lines.slice(drawn);
