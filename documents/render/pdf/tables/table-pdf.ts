import { RenderProblem } from '../../render-problem.ts';
import { textOf } from '../../table/cell-values.ts';
import type { PrintedTable, TableNote, TableRow } from '../../table/printed-table.ts';
import { bodyStyles, headStyle, type FullStyle } from '../../table/styles.ts';
import { fontFiles } from '../font-files.ts';
import { addNeed, columnWidths, type ColumnNeed } from './column-widths.ts';
import { inset, RowLayouter, type LaidRow, type RowLayout } from './lay-rows.ts';
import { PageBook } from './page-book.ts';
import { chooseSheet } from './sheet.ts';
import { TableFlow } from './table-flow.ts';

export interface TablePdfSource {
  /** Each begins on a page of its own; the pages are counted through. */
  tables: readonly PrintedTable[];
}

/** A PDF piece by piece, to be read once. A refusal comes out of the iteration as a RenderProblem. */
export interface TablePdf extends AsyncIterable<Uint8Array> {
  /** What is not in the file; complete when the last piece was read. */
  readonly notes: readonly TableNote[];
}

/** The rows by which the widths of the columns are found. */
const sampleSize = 200;
/** More rows do not wait for one page, whatever they say. */
const mostTogether = 200;
const columnLimit = 100;

/**
 * Tables as pages: A4 or A3 by the width of the columns, the head on every page, rows whole. Rows are asked for as the
 * reader takes the pieces; a table of any length needs no more memory than a page.
 */
export function writeTablePdf(source: TablePdfSource, options: { fontFolders: readonly string[] }): TablePdf {
  const notes: TableNote[] = [];
  return { notes, [Symbol.asyncIterator]: () => pieces(source, options.fontFolders, notes) };
}

async function* pieces(
  { tables }: TablePdfSource,
  fontFolders: readonly string[],
  notes: TableNote[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const book = new PageBook(fontFiles(fontFolders), notes);
  for (const table of tables) yield* tablePieces(table, book);
  yield book.finish();
}

async function* tablePieces(
  table: PrintedTable,
  book: PageBook,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { columns, head, page, notes = [] } = table;
  if (columns.length === 0 || columns.length > columnLimit)
    throw new RenderProblem(
      'table-too-large',
      `PDF 文件的表格应有 1 至 ${columnLimit} 列，现为 ${columns.length} 列；列数多的表请导出 Excel 文件。`,
    );
  const rows = asyncRows(table.rows);
  const sample = await firstOf(rows, sampleSize);
  const looks = bodyStyles(table);
  const headLook = headStyle(table);
  const told = columns.map(({ width }, column) => (width * (looks[column]?.size ?? 0)) / 2 + 2 * inset.side);
  const largest = Math.max(...looks.map(({ size }) => size));
  const { sheet, scale } = chooseSheet(
    told.reduce((sum, width) => sum + width, 0),
    largest,
    page,
  );
  const headLooks = columns.map(() => headLook);
  const needs = needsOf(head, headLooks, sample, looks, scale);
  const widths = columnWidths(told, needs, sheet.room);
  const layout = { widths, scale, note: (note: TableNote) => book.note(note) };
  const laidHead = layHead(head, { ...layout, looks: headLooks, part: '表头' });
  const flow = new TableFlow(book, { sheet, numbered: page.pageNumbers !== false, widths, head: laidHead });
  flow.begin(table);
  const layouter = new RowLayouter({ ...layout, looks, part: '表身' });
  let together: LaidRow[] = [];
  for await (const row of behind(sample, rows)) {
    together.push(layouter.lay(row));
    if (together.at(-1)?.keepWithNext && together.length < mostTogether) continue;
    flow.place(together);
    together = [];
    const bytes = book.take();
    if (bytes.length > 0) yield bytes;
  }
  layouter.finish();
  if (together.length > 0) flow.place(together);
  flow.end(notes);
}

function layHead(rows: readonly TableRow[], layout: RowLayout): LaidRow[] {
  const layouter = new RowLayouter(layout);
  const laid = rows.map((row) => layouter.lay(row));
  layouter.finish();
  return laid;
}

/** What the columns need by head and first rows; null where all the cells are empty. */
function needsOf(
  head: readonly TableRow[],
  headLooks: readonly FullStyle[],
  sample: readonly TableRow[],
  looks: readonly FullStyle[],
  scale: number,
): (ColumnNeed | null)[] {
  const needs = looks.map((): ColumnNeed => ({ whole: 0, least: 0 }));
  const filled = new Set<number>();
  const measure = (rows: readonly TableRow[], styles: readonly FullStyle[], isBody: boolean): void => {
    for (const { cells } of rows) {
      // Merged cells do not say which of their columns needs the room, nor do pictures.
      if (cells.length !== looks.length) continue;
      for (const [column, cell] of cells.entries()) {
        const [need, style] = [needs[column], styles[column]];
        const text = textOf(cell);
        if (!need || !style || (text === '' && !hasPicture(cell))) continue;
        if (isBody) filled.add(column);
        if (hasPicture(cell)) need.whole = Math.max(need.whole, pictureRoom);
        addNeed(need, text, style.size * scale, 2 * inset.side);
      }
    }
  };
  measure(head, headLooks, false);
  measure(sample, looks, true);
  return needs.map((need, column) => (filled.has(column) ? need : null));
}

/** What a photo should have, points. */
const pictureRoom = 84;

function hasPicture(cell: TableRow['cells'][number]): boolean {
  return typeof cell === 'object' && cell?.picture !== undefined;
}

async function* asyncRows(rows: PrintedTable['rows']): AsyncGenerator<TableRow, void, undefined> {
  yield* rows;
}

async function firstOf(rows: AsyncGenerator<TableRow>, count: number): Promise<TableRow[]> {
  const first: TableRow[] = [];
  while (first.length < count) {
    const { value, done } = await rows.next();
    if (done) break;
    first.push(value);
  }
  return first;
}

async function* behind(
  first: readonly TableRow[],
  rest: AsyncGenerator<TableRow>,
): AsyncGenerator<TableRow, void, undefined> {
  yield* first;
  yield* rest;
}
