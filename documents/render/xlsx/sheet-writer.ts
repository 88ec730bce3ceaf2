import { pictureKind, trimPicture } from '#documents/formats';
import { RenderProblem } from '../render-problem.ts';
import { isTableCell, pictureHeight, textOf, valueOf } from '../table/cell-values.ts';
import { CellPlacer, type PlacedCell } from '../table/place-cells.ts';
import { noteLimit, type CellStyle, type TableNote, type TableRow } from '../table/printed-table.ts';
import {
  bodyStyles,
  headStyle,
  noteStyle,
  subLineStyle,
  titleSize,
  titleStyle,
  type FullStyle,
} from '../table/styles.ts';
import { cellName, columnName } from './cell-name.ts';
import { cellTextLimit, inlineText, losesCharacters, richText } from './cell-text.ts';
import type { AnchoredPicture } from './drawing-xml.ts';
import { linesIn } from './line-count.ts';
import { columnPoints, sheetEnd, sheetStart } from './sheet-frame.ts';
import type { StyleTable } from './style-table.ts';
import type { Sheet } from './sheet.ts';

const rowLimit = 1_048_576;
const columnLimit = 16_384;
const pieceLength = 65_536;
/** Points, as all heights here. */
const plainHeight = 20;
/** Free space above and below the text of a row together. */
const rowPadding = 8;
/** Excel knows no higher row. */
const highestRow = 409;

/** The look of a column: for texts and for numbers. */
interface Look {
  style: FullStyle;
  text: number;
  number: number;
}

/** Writes one sheet, row by row. */
export class SheetWriter {
  readonly pictures: AnchoredPicture[] = [];
  repeatedRows: readonly [number, number] | null = null;

  readonly #sheet: Sheet;
  readonly #styles: StyleTable;
  readonly #notes: TableNote[];
  readonly #isFirst: boolean;
  readonly #letters: readonly string[];
  readonly #widths: readonly number[];
  readonly #merged: string[] = [];
  readonly #looks = new Map<CellStyle, Map<Look, Look>>();
  /** Pictures whose cell reaches down to this row or further. */
  #growing: { picture: AnchoredPicture; until: number }[] = [];
  #row = 0;

  constructor(sheet: Sheet, styles: StyleTable, notes: TableNote[], isFirst: boolean) {
    this.#sheet = sheet;
    this.#styles = styles;
    this.#notes = notes;
    this.#isFirst = isFirst;
    const { length } = sheet.columns;
    if (length === 0 || length > columnLimit)
      throw new RenderProblem(
        'table-too-large',
        `工作表“${sheet.name}”应有 1 至 ${columnLimit} 列，现为 ${length} 列。`,
      );
    this.#letters = sheet.columns.map((_, column) => columnName(column));
    this.#widths = sheet.columns.map(({ width }) => columnPoints(width));
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    const sheet = this.#sheet;
    const top = [...this.#top()].join('');
    const firstHead = this.#row + 1;
    const headPlacer = new CellPlacer(sheet.columns.length, `工作表“${sheet.name}”表头`);
    const head = this.#look(headStyle(sheet));
    const heads = sheet.head.map((row) =>
      this.#tableRow(
        row,
        headPlacer,
        sheet.columns.map(() => head),
      ),
    );
    headPlacer.finish();
    if (heads.length > 0) this.repeatedRows = [firstHead, this.#row];
    let text = sheetStart(sheet, this.#row, this.#isFirst) + top + heads.join('');
    const placer = new CellPlacer(sheet.columns.length, `工作表“${sheet.name}”表身`);
    const looks = bodyStyles(sheet).map((style) => this.#look(style));
    for await (const row of sheet.rows) {
      text += this.#tableRow(row, placer, looks);
      if (text.length < pieceLength) continue;
      yield Buffer.from(text);
      text = '';
    }
    placer.finish();
    for (const note of sheet.notes ?? []) text += this.#wholeRow(note, noteStyle);
    const area = `A1:${cellName(sheet.columns.length - 1, Math.max(1, this.#row))}`;
    yield Buffer.from(text + sheetEnd(sheet, this.#merged, area, this.pictures.length > 0));
  }

  *#top(): Generator<string> {
    const { titles, subLine, columns } = this.#sheet;
    for (const [index, { text, size = titleSize(index) }] of titles.entries())
      yield this.#wholeRow(text, titleStyle(size), 1.5);
    if (!subLine) return;
    const { left = '', right = '' } = subLine;
    if (!left || !right || columns.length < 2) {
      yield this.#wholeRow(left || right, subLineStyle(left ? 'left' : 'right'), 1.5);
      return;
    }
    const row = this.#nextRow();
    const middle = middleColumn(columns.map(({ width }) => width));
    const cells = [
      this.#textCell(left, 0, this.#look(subLineStyle('left'))),
      this.#textCell(right, middle, this.#look(subLineStyle('right'))),
    ];
    this.#merge(0, middle, 1);
    this.#merge(middle, columns.length - middle, 1);
    yield `<row r="${row}" ht="20" customHeight="1">${cells.join('')}</row>`;
  }

  /** A line over the whole width, as high as its text needs: programs do not fit rows to merged cells. */
  #wholeRow(text: string, style: FullStyle, lineHeight = 1.3): string {
    const { length } = this.#sheet.columns;
    const lines = linesIn(text, this.#widthOf(0, length), style.size);
    const height = Math.min(highestRow, Math.ceil(lines * style.size * lineHeight + 3));
    const row = this.#nextRow();
    this.#merge(0, length, 1);
    const cell = this.#textCell(text, 0, this.#look(style));
    return `<row r="${row}" ht="${height}" customHeight="1">${cell}</row>`;
  }

  #tableRow(row: TableRow, placer: CellPlacer, looks: readonly Look[]): string {
    const number = this.#nextRow();
    const placed = placer.place(row);
    const height = row.height ?? this.#fittedHeight(placed, looks);
    for (const each of this.#growing) each.picture.height += height;
    this.#growing = this.#growing.filter(({ until }) => until > number);
    let cells = '';
    for (const each of placed) cells += this.#placed(each, looks, height);
    const size = `ht="${height}"${row.height === undefined ? '' : ' customHeight="1"'}`;
    return `<row r="${number}" ${size}>${cells}</row>`;
  }

  /** Not every program fits rows to their text when it opens a file, so that they come fitted. */
  #fittedHeight(placed: readonly PlacedCell[], looks: readonly Look[]): number {
    let height = 0;
    for (const { cell, column, columnSpan, rowSpan, continues } of placed) {
      if (continues || rowSpan > 1 || cell === null) continue;
      if (isTableCell(cell) && cell.picture) height = Math.max(height, pictureHeight);
      const { style } = looks[column] as Look;
      const { size, wrap } = isTableCell(cell) ? { ...style, ...cell.style } : style;
      const width = columnSpan === 1 ? this.#widths[column] : this.#widthOf(column, columnSpan);
      const lines = wrap ? linesIn(textOf(cell), width ?? 0, size) : 1;
      height = Math.max(height, lines * size * 1.3 + rowPadding);
    }
    return Math.min(highestRow, Math.ceil(height) || plainHeight);
  }

  #widthOf(column: number, columns: number): number {
    return this.#widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }

  #placed(placed: PlacedCell, looks: readonly Look[], height: number): string {
    const { cell, column, columnSpan, rowSpan, continues } = placed;
    const base = looks[column] as Look;
    const look = isTableCell(cell) && cell.style ? this.#lookOf(base, cell.style) : base;
    if (!continues && columnSpan === 1 && rowSpan === 1) return this.#cell(cell, column, look, height);
    let xml = '';
    for (let covered = column; covered < column + columnSpan; covered += 1) {
      const isStart = covered === column && !continues;
      xml += isStart ? this.#cell(cell, column, look, height, placed) : this.#emptyCell(covered, look);
    }
    if (!continues) this.#merge(column, columnSpan, rowSpan);
    return xml;
  }

  #cell(
    cell: PlacedCell['cell'],
    column: number,
    look: Look,
    height: number,
    spans: { columnSpan: number; rowSpan: number } = { columnSpan: 1, rowSpan: 1 },
  ): string {
    const value = valueOf(cell);
    if (isTableCell(cell) && cell.picture) this.#picture(cell.picture, column, height, spans);
    if (value === null || value === '') return this.#emptyCell(column, look);
    if (typeof value === 'string') return this.#textCell(value, column, look);
    if (typeof value === 'number') return this.#numberCell(value, column, look);
    this.#check(value.map(({ text }) => text).join(''), column);
    return `<c r="${this.#name(column)}" s="${look.text}" t="inlineStr">${richText(value, look.style)}</c>`;
  }

  #textCell(text: string, column: number, look: Look): string {
    this.#check(text, column);
    return `<c r="${this.#name(column)}" s="${look.text}" t="inlineStr">${inlineText(text)}</c>`;
  }

  #numberCell(value: number, column: number, look: Look): string {
    if (!Number.isFinite(value)) throw this.#problem('cell-number', column, '的数值不是有限的数，无法写入');
    return `<c r="${this.#name(column)}" s="${look.number}"><v>${value}</v></c>`;
  }

  #emptyCell(column: number, look: Look): string {
    return `<c r="${this.#name(column)}" s="${look.text}"/>`;
  }

  #check(text: string, column: number): void {
    if (text.length > cellTextLimit)
      throw this.#problem('cell-too-long', column, `的内容超过 ${cellTextLimit} 字，Excel 不能保存，请缩短`);
    if (losesCharacters(text)) this.#note({ kind: 'controlCharacter', place: this.#place(column) });
  }

  #picture(
    bytes: Uint8Array,
    column: number,
    height: number,
    spans: { columnSpan: number; rowSpan: number },
  ): void {
    const kind = pictureKind(bytes);
    if (!kind) return this.#note({ kind: 'picture', place: this.#place(column) });
    const width = this.#widthOf(column, spans.columnSpan);
    const picture = { bytes: trimPicture(bytes), kind, column, row: this.#row, width, height };
    this.pictures.push(picture);
    if (spans.rowSpan > 1) this.#growing.push({ picture, until: this.#row + spans.rowSpan - 1 });
  }

  #merge(column: number, columns: number, rows: number): void {
    if (columns === 1 && rows === 1) return;
    this.#merged.push(`${this.#name(column)}:${cellName(column + columns - 1, this.#row + rows - 1)}`);
  }

  #look(style: FullStyle): Look {
    return { style, text: this.#styles.of(style, true), number: this.#styles.of(style, false) };
  }

  #lookOf(base: Look, style: CellStyle): Look {
    const known = this.#looks.get(style) ?? new Map<Look, Look>();
    const look = known.get(base) ?? this.#look({ ...base.style, ...style });
    // Styles made anew for every cell would fill the memory for nothing.
    if (this.#looks.size < 1000) this.#looks.set(style, known.set(base, look));
    return look;
  }

  #nextRow(): number {
    this.#row += 1;
    if (this.#row > rowLimit)
      throw new RenderProblem(
        'table-too-large',
        `工作表“${this.#sheet.name}”超过 ${rowLimit} 行，Excel 不能打开，请缩小范围或分成几张表。`,
      );
    return this.#row;
  }

  #name(column: number): string {
    return `${this.#letters[column]}${this.#row}`;
  }

  #place(column: number): string {
    return `${this.#sheet.name}!${this.#name(column)}`;
  }

  #note(note: TableNote): void {
    if (this.#notes.length < noteLimit) this.#notes.push(note);
  }

  #problem(code: 'cell-number' | 'cell-too-long', column: number, what: string): RenderProblem {
    return new RenderProblem(code, `工作表“${this.#sheet.name}”单元格 ${this.#name(column)} ${what}。`);
  }
}

/** The column at which the right half begins. */
function middleColumn(widths: readonly number[]): number {
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  let sum = 0;
  const at = widths.findIndex((width) => (sum += width) >= half);
  return Math.min(widths.length - 1, Math.max(1, at + 1));
}
