import { pictureKind, trimPicture } from '#documents/formats';
import { mmPerPoint } from '#documents/form';
import { fitPicture } from '../fit-picture.ts';
import { RenderProblem } from '../render-problem.ts';
import { numberText } from '../table/number-text.ts';
import { isTableCell, pictureHeight, runsOf, valueOf } from '../table/cell-values.ts';
import { CellPlacer, type PlacedCell } from '../table/place-cells.ts';
import { noteLimit, type PrintedTable, type TableNote, type TableRow } from '../table/printed-table.ts';
import {
  bodyStyles,
  headStyle,
  noteStyle,
  subLineStyle,
  titleSize,
  titleStyle,
  type FullStyle,
} from '../table/styles.ts';
import { withoutForbidden } from '../xml-text.ts';
import { zip } from '../zip.ts';
import { PictureStore } from './picture-store.ts';
import { inlinePicture, styledParagraph, styledRun } from './styled-text.ts';
import {
  hairline,
  tableDocumentParts,
  tableSection,
  textWidthOf,
  type TableBody,
} from './table-document-parts.ts';

/** Word draws no more columns; more rows than this take it minutes to open. */
const columnLimit = 63;
const rowLimit = 30_000;
/**
 * The time that a word processor needs to lay out a table grows with the square of its rows. A longer one is written as
 * several tables of so many rows, one close below the other; then the head of all pages stands in the header of the
 * page, since a head of one of the tables would be seen in the middle of a page, where it begins.
 */
const wholeRows = 300;
const pieceRows = 100;
/** No row is lower unless it is said. */
const rowHeight = 22;
/** Between the text and the rules of its cell, points. */
const cellInset = 3;

/** How the paragraph of a cell looks. */
type CellLook = FullStyle & RowPlace & { keepWithNext: boolean };

interface RowPlace {
  /** It is repeated at the top of each page. */
  isRepeated: boolean;
  /** The row above, in another table, draws the rule between them. */
  isJoined: boolean;
}

/** A Word file, and what of the values is not in it. */
export interface TableDocument {
  docx: Uint8Array;
  notes: readonly TableNote[];
}

/**
 * The table as a Word document, to be edited: head repeated on every page, rows whole, sheet A4. What is longer than 300
 * rows consists of tables that look like one, with the head of the pages behind the first in their header.
 */
export async function writeTableDocument(table: PrintedTable): Promise<TableDocument> {
  const writer = new TableWriter(table);
  const body = await writer.body();
  return { docx: zip(tableDocumentParts(body, writer.pictures, table.page)), notes: writer.notes };
}

class TableWriter {
  readonly notes: TableNote[] = [];
  readonly pictures = new PictureStore();
  readonly #table: PrintedTable;
  /** Points */
  readonly #widths: readonly number[];
  #row = 0;

  constructor(table: PrintedTable) {
    this.#table = table;
    const { length } = table.columns;
    if (length === 0 || length > columnLimit)
      throw new RenderProblem(
        'table-too-large',
        `Word 文件的表格应有 1 至 ${columnLimit} 列，现为 ${length} 列；列数多的表请导出 Excel 文件。`,
      );
    const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
    const room = textWidthOf(table.page);
    this.#widths = table.columns.map(({ width }) => (width / whole) * room);
  }

  async body(): Promise<TableBody> {
    const { titles, head, rows, notes = [], page } = this.#table;
    const above = titles
      .map(({ text, size }, index) => ({ text, size: size ?? titleSize(index) }))
      .map(({ text, size }) =>
        styledParagraph(styledRun(text, titleStyle(size)), { align: 'center', after: size / 3 }),
      );
    const pieces = await this.#pieces(rows);
    const isLong = pieces.length * pieceRows > wholeRows && !head.some(hasPictures);
    const below = notes.map((note) =>
      styledParagraph(styledRun(note, noteStyle), { align: 'left', before: 3 }),
    );
    if (below.length === 0) below.push(styledParagraph('', { align: 'left', lineHeight: 1 }));
    const [first = '', ...others] = isLong ? pieces : [pieces.join('')];
    const top = this.#head(!isLong);
    const tables = [top + first, ...others].map((piece) => this.#tableOf(piece));
    const hasHeader = isLong && head.length > 0;
    return {
      body:
        above.join('') +
        this.#subLine() +
        tables.join(hairline) +
        below.join('') +
        tableSection(page, hasHeader),
      header: hasHeader ? this.#tableOf(top) + hairline : null,
    };
  }

  #tableOf(rows: string): string {
    const grid = this.#widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
    return (
      `<w:tbl><w:tblPr><w:tblStyle w:val="a1"/><w:tblW w:w="${twips(textWidthOf(this.#table.page))}" w:type="dxa"/><w:jc w:val="center"/>` +
      `<w:tblLayout w:type="fixed"/><w:tblCellMar>${insets}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
    );
  }

  /** The rows of the head; a word processor repeats them at the top of each page when they are told to be. */
  #head(isRepeated: boolean): string {
    const { columns, head } = this.#table;
    const look = headStyle(this.#table);
    const looks = columns.map(() => look);
    this.#row = 0;
    const placer = new CellPlacer(columns.length, '表头');
    const rows = head.map((row) => this.#tableRow(row, placer, looks, { isRepeated, isJoined: false }));
    placer.finish();
    return rows.join('');
  }

  /** The rows of the body in pieces that may be tables of their own: nothing spans two, no heading is the last of one. */
  async #pieces(rows: PrintedTable['rows']): Promise<string[]> {
    const looks = bodyStyles(this.#table);
    const placer = new CellPlacer(this.#table.columns.length, '表身');
    const pieces: string[][] = [[]];
    let mayBreak = false;
    this.#row = this.#table.head.length;
    for await (const row of rows) {
      const isJoined = mayBreak && (pieces.at(-1)?.length ?? 0) >= pieceRows;
      if (isJoined) pieces.push([]);
      pieces.at(-1)?.push(this.#tableRow(row, placer, looks, { isRepeated: false, isJoined }));
      mayBreak = placer.isLevel && row.keepWithNext !== true;
    }
    placer.finish();
    return pieces.map((piece) => piece.join(''));
  }

  #subLine(): string {
    const { subLine, page } = this.#table;
    if (!subLine) return '';
    const { left = '', right = '' } = subLine;
    const run = styledRun(right ? `${left}\t${right}` : left, subLineStyle('left'));
    return styledParagraph(run, { align: 'left', after: 3, rightTab: textWidthOf(page) });
  }

  #tableRow(row: TableRow, placer: CellPlacer, looks: readonly FullStyle[], place: RowPlace): string {
    this.#row += 1;
    if (this.#row > rowLimit)
      throw new RenderProblem(
        'table-too-large',
        `表格超过 ${rowLimit} 行，Word 难以打开，请缩小范围或导出 Excel 文件。`,
      );
    const placed = placer.place(row);
    const hasPicture = hasPictures(row);
    const height = row.height ?? (hasPicture ? pictureHeight : rowHeight);
    const keepWithNext = row.keepWithNext ?? false;
    const cells = placed.map((each) =>
      this.#cell(each, { ...(looks[each.column] as FullStyle), ...place, keepWithNext }, height),
    );
    const rule = hasPicture ? 'exact' : 'atLeast';
    const size = `<w:trHeight w:val="${twips(height)}" w:hRule="${rule}"/>`;
    const repeated = place.isRepeated ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/>${size}${repeated}</w:trPr>${cells.join('')}</w:tr>`;
  }

  #cell(placed: PlacedCell, base: CellLook, height: number): string {
    const { cell, column, columnSpan, rowSpan, continues } = placed;
    const style = isTableCell(cell) ? { ...base, ...cell.style } : base;
    const width = this.#widths.slice(column, column + columnSpan).reduce((sum, each) => sum + each, 0);
    const merge = rowSpan > 1 ? `<w:vMerge${continues ? '' : ' w:val="restart"'}/>` : '';
    const content = continues ? styledParagraph('', style) : this.#content(placed, style, width, height);
    const vertical = style.vertical === 'middle' ? 'center' : style.vertical;
    return (
      `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>` +
      `${columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : ''}${merge}${style.border ? borders(style.isJoined) : ''}` +
      `<w:vAlign w:val="${vertical}"/></w:tcPr>${content}</w:tc>`
    );
  }

  #content({ cell, column, rowSpan }: PlacedCell, style: CellLook, width: number, height: number): string {
    const value = valueOf(cell);
    if (isTableCell(cell) && cell.picture) {
      const drawing = this.#picture(cell.picture, column, width, height * rowSpan, style.keepWithNext);
      if (drawing && value === null) return drawing;
    }
    if (typeof value === 'number') {
      if (!Number.isFinite(value))
        throw new RenderProblem('cell-number', `${this.#place(column)}的数值不是有限的数，无法写入。`);
      return styledParagraph(styledRun(numberText(value, style.format), style), style);
    }
    const runs = runsOf(value);
    if (runs.some(({ text }) => withoutForbidden(text) !== text))
      this.#note({ kind: 'controlCharacter', place: this.#place(column) });
    return styledParagraph(runs.map((run) => styledRun(run.text, { ...style, ...run })).join(''), style);
  }

  #picture(bytes: Uint8Array, column: number, width: number, height: number, keepWithNext: boolean): string {
    const kind = pictureKind(bytes);
    if (!kind) {
      this.#note({ kind: 'picture', place: this.#place(column) });
      return '';
    }
    const relation = this.pictures.add(trimPicture(bytes), kind);
    const room = {
      x: 0,
      y: 0,
      width: (width - 2 * cellInset) * mmPerPoint,
      height: (height - 4) * mmPerPoint,
    };
    return styledParagraph(inlinePicture(relation, this.pictures.next(), fitPicture(kind, room)), {
      align: 'center',
      keepWithNext,
    });
  }

  #place(column: number): string {
    return `第 ${this.#row} 行第 ${column + 1} 列`;
  }

  #note(note: TableNote): void {
    if (this.notes.length < noteLimit) this.notes.push(note);
  }
}

const hasPictures = ({ cells }: TableRow): boolean =>
  cells.some((cell) => isTableCell(cell) && cell.picture !== undefined);

const twips = (points: number): number => Math.round(points * 20);

const sides = ['top', 'left', 'bottom', 'right'];
const borders = (isJoined: boolean): string => {
  const rules = sides.map((side) =>
    isJoined && side === 'top'
      ? '<w:top w:val="nil"/>'
      : `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`,
  );
  return `<w:tcBorders>${rules.join('')}</w:tcBorders>`;
};
const insets = sides
  .map((side) => {
    const isSide = side === 'left' || side === 'right';
    return `<w:${side} w:w="${twips(isSide ? cellInset : 1)}" w:type="dxa"/>`;
  })
  .join('');
