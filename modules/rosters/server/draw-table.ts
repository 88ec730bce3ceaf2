import type { PrintedTable, TableCell, TableRow } from '#documents/render';
import type { Store } from '#platform/server';
import { longDate, type RosterCell, type RosterColumn, type RosterGroup } from '#modules/rosters';
import { photosOf } from './pictures.ts';
import type { StagedRow } from './stage.ts';

/** The kinds of files in which a roster is a table. */
export type TableFormat = 'xlsx' | 'docx' | 'pdf';

/** What a roster looks like, beside its rows. */
export interface RosterFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly asOf: string;
  readonly count: number;
  readonly columns: readonly RosterColumn[];
  /** For the catalogue; empty without one. */
  readonly catalogue: readonly RosterGroup[];
  readonly notes: readonly string[];
}

/** 小五; a Word file, which is not scaled to its sheet, takes 六号 where the columns are many. */
const bodySize = 9;
const smallSize = 7.5;
/** Half-width characters that the sheet across has room for at `bodySize`. */
const sheetWidth = 140;
const rowsAtOnce = 40;

/** The roster as a table; across the sheet, in a PDF where its columns need that. */
export function rosterTable(
  store: Store,
  frame: RosterFrame,
  rows: AsyncIterable<StagedRow>,
  format: TableFormat,
): PrintedTable {
  const { columns } = frame;
  const isWide = columns.reduce((sum, { width }) => sum + width, 0) > sheetWidth;
  const size = format === 'docx' && isWide ? smallSize : bodySize;
  return {
    ...headOf(frame),
    columns: columns.map(({ width, align }) => ({ width, style: { align } })),
    head: [{ cells: columns.map(({ heading }) => heading), height: 30 }],
    rows: drawnRows(store, columns.length, rows),
    ...(frame.notes.length > 0 ? { notes: frame.notes } : {}),
    headStyle: { font: '黑体', size },
    bodyStyle: { font: '宋体', size },
    // A PDF takes a wider sheet where the columns need it.
    page: { orientation: format === 'pdf' ? 'portrait' : 'landscape' },
  };
}

/** Title, line below it and page, as all tables of a roster have them. */
export function headOf({
  title,
  subtitle,
  asOf,
  count,
}: RosterFrame): Pick<PrintedTable, 'titles' | 'subLine'> {
  return {
    titles: [title, subtitle].filter((text) => text !== '').map((text) => ({ text })),
    subLine: { left: `共${count}人`, right: `截止时间：${longDate(asOf)}` },
  };
}

/** 目录: the units with their people and the numbers of these in the book. */
export function catalogueTable(frame: RosterFrame): PrintedTable {
  return {
    titles: [{ text: frame.title }, { text: '目　　录' }],
    subLine: headOf(frame).subLine ?? {},
    columns: [
      { width: 8 },
      { width: 56, style: { align: 'left' } },
      { width: 12, style: { format: '0' } },
      { width: 20 },
    ],
    head: [{ cells: ['序号', '单位', '人数', '名册序号'], height: 30 }],
    rows: frame.catalogue.map((group, index) => ({
      cells: [index + 1, group.name, group.count, numbersOf(group)],
    })),
    headStyle: { font: '黑体', size: 12 },
    bodyStyle: { font: '宋体', size: 12 },
    page: { orientation: 'portrait' },
  };
}

/** The same as rows of the roster's own table: a Word file holds one table. */
export function catalogueRows(frame: RosterFrame, columns: number): readonly TableRow[] {
  const style = { align: 'left' } as const;
  const line = (value: string, bold: boolean): TableRow => ({
    cells: [{ value, columnSpan: columns, style: { ...style, bold, size: bodySize + 1.5 } }],
  });
  return [
    line('目　　录', true),
    ...frame.catalogue.map((group) => line(`${groupTitle(group)}　第 ${numbersOf(group)} 号`, false)),
  ];
}

/** 1—12 */
function numbersOf({ first, count }: RosterGroup): string {
  return count === 1 ? String(first) : `${first}—${first + count - 1}`;
}

/** `县教育局（12人）` */
function groupTitle({ name, count }: RosterGroup): string {
  return `${name}（${count}人）`;
}

async function* drawnRows(
  store: Store,
  columns: number,
  rows: AsyncIterable<StagedRow>,
): AsyncGenerator<TableRow> {
  for await (const some of inPieces(rows, rowsAtOnce)) {
    const wanted = some.flatMap((row) => (row.kind === 'person' && hasPhoto(row.cells) ? [row.id] : []));
    const photos = await photosOf(store, wanted);
    for (const row of some) {
      yield row.kind === 'group'
        ? { cells: [groupCell(row.group, columns)], height: 24, keepWithNext: true }
        : { cells: row.cells.map((cell) => drawnCell(cell, photos)) };
    }
  }
}

export function groupCell(group: RosterGroup, columns: number): TableCell {
  const style = { font: '黑体', size: bodySize + 1.5, align: 'left' } as const;
  return { value: groupTitle(group), columnSpan: columns, style };
}

function drawnCell(cell: RosterCell, photos: ReadonlyMap<string, Uint8Array>): string | number | TableCell {
  if (typeof cell !== 'object') return cell;
  const picture = photos.get(cell.photoOf);
  return picture ? { picture } : '';
}

function hasPhoto(cells: readonly RosterCell[]): boolean {
  return cells.some((cell) => typeof cell === 'object');
}

/** Gathers what comes one by one. */
export async function* inPieces<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let piece: T[] = [];
  for await (const item of items) {
    piece.push(item);
    if (piece.length < size) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
