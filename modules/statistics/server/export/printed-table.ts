import type { CellStyle, PrintedTable, TableCell, TableColumn, TableRow } from '#documents/render';
import { printDate } from '#platform/model';
import { printedTime } from '#platform/server';
import { tableBlocks, type CountedTable, type TableBlock } from '#modules/statistics';

type Cell = string | number | null | TableCell;

const shareStyle: CellStyle = { format: '0.0%' };
const ageStyle: CellStyle = { format: '0.0' };
const headStyle: CellStyle = { bold: true, align: 'center', vertical: 'middle' };
const blank: TableCell = { value: null, style: { border: false } };

/** Columns of numbers beside the total that are read with ease on a sheet A4. */
const widest = { counts: 16, inPairs: 7 } as const;

/** What stands in a second column beside each number of people. */
type Beside = 'shares' | 'ages' | null;

/** The average ages of all cells stand beside the people where they were counted, else shares where they are wanted. */
function besideOf({ averageAges }: CountedTable, withShares: boolean): Beside {
  if (averageAges?.cells) return 'ages';
  return withShares ? 'shares' : null;
}

/** The parts of a wide table that fit a sheet of paper each; one for a table that is not wide. */
export function paperBlocks(answer: CountedTable, withShares: boolean): readonly TableBlock[] {
  return tableBlocks(answer.groups, besideOf(answer, withShares) ? widest.inPairs : widest.counts);
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
  const beside = besideOf(answer, withShares);
  const withAges = hasAgeColumn(answer) && (block[0]?.from ?? 0) === 0;
  const columns = columnsOf(answer, block, beside, withAges);
  return {
    ...frameOf(answer),
    columns,
    head: headRows(answer, block, beside, withAges),
    rows: bodyRows(answer, block, beside, withAges),
    page: { orientation: columns.length > 10 ? 'landscape' : 'portrait' },
  };
}

/** The parts of a wide table one below the other, each with its heads. */
export function stackedTable(
  answer: CountedTable,
  withShares: boolean,
  blocks: readonly TableBlock[],
): PrintedTable {
  const beside = besideOf(answer, withShares);
  const parts = blocks.map((block, index) => {
    const withAges = hasAgeColumn(answer) && index === 0;
    const head = headRows(answer, block, beside, withAges).map(({ cells }) => ({
      cells: cells.map((cell) => asHead(cell)),
    }));
    return {
      columns: columnsOf(answer, block, beside, withAges),
      rows: [...head, ...bodyRows(answer, block, beside, withAges)],
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

/** A column of the average ages of the rows alone. */
const hasAgeColumn = ({ averageAges }: CountedTable): boolean =>
  averageAges !== null && averageAges.cells === undefined;

function frameOf(answer: CountedTable): Omit<PrintedTable, 'columns' | 'head' | 'rows' | 'page'> {
  return {
    titles: [{ text: answer.title, size: 18 }],
    subLine: {
      left: `统计范围：${answer.scope}`,
      right: `截止时间：${printDate(answer.asOf)}　单位：人`,
    },
    notes: [`生成时间：${printedTime(new Date(answer.generatedAt))}`],
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
  beside: Beside,
  withAges: boolean,
): TableColumn[] {
  const numbers = block.reduce((sum, { columns }) => sum + columns.length, 0);
  return [
    { width: labelWidth(answer), style: { align: 'left' } },
    ...(beside ? [...numberColumn, ...shareColumn] : numberColumn),
    ...(withAges ? [{ width: ageWidth }] : []),
    ...Array.from({ length: numbers }, () =>
      beside ? [...numberColumn, ...shareColumn] : numberColumn,
    ).flat(),
  ];
}

function bodyRows(answer: CountedTable, block: TableBlock, beside: Beside, withAges: boolean): TableRow[] {
  const { rows, cells, shares, rowTotals, rowShares, columnTotals, columnShares, count, averageAges } =
    answer;
  const places = block.flatMap(({ from, columns }) => columns.map((_, index) => from + index));
  const besideCell = beside === 'ages' ? ageCell : shareCell;
  const pair = (number: number, part: number | null): Cell[] =>
    beside ? [number, besideCell(part)] : [number];
  const line = (
    label: string,
    [total, part]: readonly [number, number | null],
    age: number | null,
    numbers: readonly number[],
    parts: readonly (number | null)[],
  ): TableRow => ({
    cells: [
      label,
      ...pair(total, part),
      ...(withAges ? [ageCell(age)] : []),
      ...places.flatMap((place) => pair(numbers[place] ?? 0, parts[place] ?? null)),
    ],
  });
  const ages = beside === 'ages' ? averageAges : null;
  const wholeAge = averageAges?.total ?? null;
  const whole = count > 0 ? 100 : null;
  return [
    line('合计', [count, ages ? wholeAge : whole], wholeAge, columnTotals, ages?.columns ?? columnShares),
    ...rows.map(({ label }, row) => {
      const age = averageAges?.rows[row] ?? null;
      return line(
        label,
        [rowTotals[row] ?? 0, ages ? age : (rowShares[row] ?? null)],
        age,
        cells[row] ?? [],
        (ages?.cells ?? shares)[row] ?? [],
      );
    }),
  ];
}

function headRows(
  { rowHead }: CountedTable,
  block: TableBlock,
  beside: Beside,
  withAges: boolean,
): TableRow[] {
  const pairs = beside ? 2 : 1;
  const deep = beside ? 3 : 2;
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
  if (beside)
    rows.push({ cells: [null, ...own].flatMap(() => ['人数', beside === 'ages' ? '平均年龄' : '占比']) });
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
