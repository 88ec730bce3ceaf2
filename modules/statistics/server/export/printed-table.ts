import type { CellStyle, PrintedTable, TableCell, TableColumn, TableRow } from '#documents/render';
import { printDate } from '#platform/model';
import { tableBlocks, type CountedTable, type TableBlock } from '#modules/statistics';

type Cell = string | number | null | TableCell;

const shareStyle: CellStyle = { format: '0.0%' };
const ageStyle: CellStyle = { format: '0.0' };
const headStyle: CellStyle = { bold: true, align: 'center', vertical: 'middle' };
const blank: TableCell = { value: null, style: { border: false } };

/** Columns of numbers beside the total that are read with ease on a sheet A4. */
const widest = { counts: 16, withShares: 7 } as const;

/** The parts of a wide table that fit a sheet of paper each; one for a table that is not wide. */
export function paperBlocks({ groups }: CountedTable, withShares: boolean): readonly TableBlock[] {
  return tableBlocks(groups, withShares ? widest.withShares : widest.counts);
}

/**
 * A table as it looks on the screen: merged heads, the totals first; with shares a second column beside each number.
 * Given a block of its columns, that part alone.
 */
export function printedTable(
  answer: CountedTable,
  withShares: boolean,
  block: TableBlock = wholeBlock(answer),
): PrintedTable {
  const withAges = answer.averageAges !== null && (block[0]?.from ?? 0) === 0;
  const columns = columnsOf(answer, block, withShares, withAges);
  return {
    ...frameOf(answer),
    columns,
    head: headRows(answer, block, withShares, withAges),
    rows: bodyRows(answer, block, withShares, withAges),
    page: { orientation: columns.length > 10 ? 'landscape' : 'portrait' },
  };
}

/** The parts of a wide table one below the other, each with its heads. */
export function stackedTable(
  answer: CountedTable,
  withShares: boolean,
  blocks: readonly TableBlock[],
): PrintedTable {
  const parts = blocks.map((block, index) => {
    const withAges = answer.averageAges !== null && index === 0;
    const head = headRows(answer, block, withShares, withAges).map(({ cells }) => ({
      cells: cells.map((cell) => asHead(cell)),
    }));
    return {
      columns: columnsOf(answer, block, withShares, withAges),
      rows: [...head, ...bodyRows(answer, block, withShares, withAges)],
      deep: head.length,
    };
  });
  const columns = parts.reduce<TableColumn[]>(
    (most, part) => (part.columns.length > most.length ? part.columns : most),
    [],
  );
  const rows = parts.flatMap(({ columns: own, rows: lines, deep }, index) => {
    const free = columns.length - own.length;
    const empty: TableRow = { cells: [{ ...blank, columnSpan: columns.length }] };
    // Beside a narrower part the sheet stays white: one cell for its heads, one for each of its lines.
    // A part stays on one page.
    const beside = lines.map(({ cells }, line): TableRow => {
      const keepWithNext = line < lines.length - 1;
      if (free === 0 || (line > 0 && line < deep)) return { cells, keepWithNext };
      return {
        cells: [...cells, { ...blank, columnSpan: free, rowSpan: line === 0 ? deep : 1 }],
        keepWithNext,
      };
    });
    return index === 0 ? beside : [empty, ...beside];
  });
  return { ...frameOf(answer), columns, head: [], rows, page: { orientation: 'landscape' } };
}

function frameOf(answer: CountedTable): Omit<PrintedTable, 'columns' | 'head' | 'rows' | 'page'> {
  return {
    titles: [{ text: answer.title, size: 18 }],
    subLine: {
      left: `统计范围：${answer.scope}`,
      right: `截止时间：${printDate(answer.asOf)}　单位：人`,
    },
    notes: [`生成时间：${minute(answer.generatedAt)}`],
    headStyle,
    bodyStyle: { align: 'center', vertical: 'middle' },
  };
}

function wholeBlock({ groups }: CountedTable): TableBlock {
  return tableBlocks(groups, Number.MAX_SAFE_INTEGER)[0] ?? [];
}

const numberColumn: readonly TableColumn[] = [{ width: 6.5 }];
const shareColumn: readonly TableColumn[] = [{ width: 9 }];
const ageWidth = 8.5;

/** Wide enough for most names, so that few are broken. */
function labelWidth({ rowHead, rows }: CountedTable): number {
  const most = Math.max(rowHead.length, ...rows.map(({ label }) => label.length));
  return Math.min(Math.max(most * 2 + 2, 14), 36);
}

function columnsOf(
  answer: CountedTable,
  block: TableBlock,
  withShares: boolean,
  withAges: boolean,
): TableColumn[] {
  const numbers = block.reduce((sum, { columns }) => sum + columns.length, 0);
  return [
    { width: labelWidth(answer), style: { align: 'left' } },
    ...(withShares ? [...numberColumn, ...shareColumn] : numberColumn),
    ...(withAges ? [{ width: ageWidth }] : []),
    ...Array.from({ length: numbers }, () =>
      withShares ? [...numberColumn, ...shareColumn] : numberColumn,
    ).flat(),
  ];
}

function bodyRows(
  answer: CountedTable,
  block: TableBlock,
  withShares: boolean,
  withAges: boolean,
): TableRow[] {
  const { rows, cells, shares, rowTotals, rowShares, columnTotals, columnShares, count, averageAges } =
    answer;
  const places = block.flatMap(({ from, columns }) => columns.map((_, index) => from + index));
  const pair = (number: number, share: number | null): Cell[] =>
    withShares ? [number, shareCell(share)] : [number];
  const line = (
    label: string,
    [total, share]: readonly [number, number | null],
    age: number | null,
    numbers: readonly number[],
    parts: readonly (number | null)[],
  ): TableRow => ({
    cells: [
      label,
      ...pair(total, share),
      ...(withAges ? [ageCell(age)] : []),
      ...places.flatMap((place) => pair(numbers[place] ?? 0, parts[place] ?? null)),
    ],
  });
  return [
    line('合计', [count, count > 0 ? 100 : null], averageAges?.total ?? null, columnTotals, columnShares),
    ...rows.map(({ label }, row) =>
      line(
        label,
        [rowTotals[row] ?? 0, rowShares[row] ?? null],
        averageAges?.rows[row] ?? null,
        cells[row] ?? [],
        shares[row] ?? [],
      ),
    ),
  ];
}

function headRows(
  { rowHead }: CountedTable,
  block: TableBlock,
  withShares: boolean,
  withAges: boolean,
): TableRow[] {
  const pairs = withShares ? 2 : 1;
  const deep = withShares ? 3 : 2;
  const own = block.flatMap(({ columns }) => columns);
  const rows: TableRow[] = [
    {
      cells: [
        { value: rowHead, rowSpan: deep },
        { value: '合计', rowSpan: 2, columnSpan: pairs },
        ...(withAges ? [{ value: '平均年龄', rowSpan: deep }] : []),
        ...block.map(({ head, columns }) => ({ value: head, columnSpan: columns.length * pairs })),
      ],
    },
    { cells: own.map(({ label }) => ({ value: label, columnSpan: pairs })) },
  ];
  if (withShares) rows.push({ cells: [null, ...own].flatMap(() => ['人数', '占比']) });
  return rows;
}

function asHead(cell: Cell): TableCell {
  const own = typeof cell === 'object' && cell !== null ? cell : { value: cell };
  return { ...own, style: { ...headStyle, ...own.style } };
}

function shareCell(share: number | null): Cell {
  return share === null ? '—' : { value: Math.round(share * 10) / 1000, style: shareStyle };
}

function ageCell(years: number | null): Cell {
  return years === null ? '—' : { value: years, style: ageStyle };
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: process.env['CADRE_TIME_ZONE'] ?? 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});

function minute(instant: string): string {
  return clock.format(new Date(instant));
}
