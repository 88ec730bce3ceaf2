import { RenderProblem } from '../../render-problem.ts';
import type { PrintedTable } from '../../table/printed-table.ts';
import { noteStyle, subLineStyle, titleSize, titleStyle, type FullStyle } from '../../table/styles.ts';
import { heightOf, layText, leading } from './lay-text.ts';
import { inset, linesLeft, type LaidRow } from './lay-rows.ts';
import type { PageBook } from './page-book.ts';
import type { PagePainter } from './page-painter.ts';
import type { Sheet } from './sheet.ts';

/** A head that takes more of the page leaves no room for the table. */
const highestHead = 0.6;
/** Tolerance of sums, points. */
const tolerance = 0.01;

/** Lets the parts of one table flow over the pages of a book. */
export class TableFlow {
  readonly #book: PageBook;
  readonly #sheet: Sheet;
  readonly #numbered: boolean;
  readonly #widths: readonly number[];
  readonly #head: readonly LaidRow[];
  readonly #headHeight: number;
  #painter: PagePainter;
  /** Where the next thing begins, from the top edge. */
  #y: number;
  /** Nothing of the body stands on the page yet. */
  #isFresh = true;

  constructor(
    book: PageBook,
    {
      sheet,
      numbered,
      widths,
      head,
    }: {
      readonly sheet: Sheet;
      readonly numbered: boolean;
      readonly widths: readonly number[];
      readonly head: readonly LaidRow[];
    },
  ) {
    this.#book = book;
    this.#sheet = sheet;
    this.#numbered = numbered;
    this.#widths = widths;
    this.#head = head;
    this.#headHeight = heightOfRows(head);
    if (this.#headHeight > (sheet.bottom - sheet.top) * highestHead)
      throw new RenderProblem('table-shape', '表头太高，一页放不下，请缩短列名或加宽各列。');
    this.#painter = book.begin(sheet, numbered);
    this.#y = sheet.top;
  }

  /** Titles, the line below them and the head. */
  begin({ titles, subLine }: PrintedTable): void {
    for (const [index, { text, size = titleSize(index) }] of titles.entries()) {
      this.#line(text, { ...titleStyle(size), align: 'center' });
      this.#y += size / 3;
    }
    if (subLine) {
      const { left = '', right = '' } = subLine;
      const y = this.#y;
      this.#line(left, subLineStyle('left'));
      const below = this.#y;
      if (left !== '' && this.#widthOf(left) + this.#widthOf(right) < this.#sheet.room - 12) this.#y = y;
      this.#line(right, subLineStyle('right'));
      this.#y = Math.max(this.#y, below) + 3;
    }
    this.#drawHead();
  }

  /** Rows that belong together: on one page, unless they are higher than a page. */
  place(rows: readonly LaidRow[]): void {
    const height = heightOfRows(rows);
    if (height > this.#left() && !(this.#isFresh && height > this.#pageRoom())) this.#nextPage();
    if (height <= this.#left()) return this.#draw(rows, false);
    for (const row of rows) {
      if (row.height > this.#left() && !this.#isFresh) this.#nextPage();
      if (row.height <= this.#left()) this.#draw([row], row !== rows.at(-1));
      else this.#divide(row);
    }
  }

  /** Lines below the table. */
  end(notes: readonly string[]): void {
    this.#y += 3;
    for (const note of notes) this.#line(note, noteStyle);
  }

  /** A row that is higher than a page goes on where the page ends. */
  #divide(row: LaidRow): void {
    for (;;) {
      const rest = Math.max(0, ...row.cells.map((cell) => heightOf(linesLeft(cell)))) + 2 * inset.edge;
      if (rest <= this.#left()) return this.#draw([{ ...row, height: rest }], false);
      this.#draw([{ ...row, height: this.#left() - tolerance }], true);
      this.#nextPage();
    }
  }

  /** Rows one below the other; `goesOn` when lines may stay behind for the next page. */
  #draw(rows: readonly LaidRow[], goesOn: boolean): void {
    let y = this.#y;
    for (const [index, row] of rows.entries()) {
      let x = this.#sheet.left;
      for (const cell of row.cells) {
        const width = this.#widthAt(cell.column, cell.columnSpan);
        if (!rows[index - 1]?.cells.includes(cell)) {
          const below = rows.slice(index).findIndex(({ cells }) => !cells.includes(cell));
          const covered = rows.slice(index, below < 0 ? rows.length : index + below);
          const isLast = !goesOn || index + covered.length < rows.length;
          this.#painter.cell(cell, { x, y, width, height: heightOfRows(covered) }, isLast);
        }
        x += width;
      }
      y += row.height;
    }
    this.#y = y;
    this.#isFresh = false;
  }

  #drawHead(): void {
    for (const { cells } of this.#head) for (const cell of cells) cell.drawn = 0;
    this.#draw(this.#head, false);
    this.#isFresh = true;
  }

  #nextPage(): void {
    this.#painter = this.#book.begin(this.#sheet, this.#numbered);
    this.#y = this.#sheet.top;
    this.#drawHead();
  }

  /** A text over the whole width, without rules. */
  #line(text: string, style: FullStyle): void {
    if (text === '') return;
    const { left, room, bottom, top } = this.#sheet;
    const x = { left, center: left + room / 2, right: left + room }[style.align];
    for (const line of layText([{ text, font: style }], room)) {
      if (this.#y + line.size * leading > bottom) {
        this.#painter = this.#book.begin(this.#sheet, this.#numbered);
        this.#y = top;
      }
      this.#painter.line(line, { x, y: this.#y }, style.align, text);
      this.#y += line.size * leading;
    }
  }

  #widthOf(text: string): number {
    return layText([{ text, font: subLineStyle('left') }], Number.POSITIVE_INFINITY)[0]?.width ?? 0;
  }

  #widthAt(column: number, span: number): number {
    if (span === 1) return this.#widths[column] ?? 0;
    return this.#widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
  }

  #left(): number {
    return this.#sheet.bottom - this.#y + tolerance;
  }

  /** What a whole page has room for below its head. */
  #pageRoom(): number {
    const { bottom, top } = this.#sheet;
    // Titles may have taken a part of this page.
    return this.#y > top + this.#headHeight + tolerance ? Infinity : bottom - top - this.#headHeight;
  }
}

const heightOfRows = (rows: readonly LaidRow[]): number => rows.reduce((sum, { height }) => sum + height, 0);
