import type { PrintedTable, TableCell, TableRow } from '#documents/render';
import { printDate } from '#platform/model';
import type { CountedTable } from '#modules/statistics';

type Cell = string | number | null | TableCell;

const shareStyle = { format: '0.0%' } as const;

/** A Word table has no more columns (63 is its limit, and a sheet of paper ends long before). */
const widestForWord = 63;

/** The columns that a table takes when it is printed. */
export function printedColumns(answer: CountedTable, withShares: boolean): number {
  return 1 + (1 + answer.groups.reduce((sum, { columns }) => sum + columns.length, 0)) * (withShares ? 2 : 1);
}

export function fitsWord(answer: CountedTable, withShares: boolean): boolean {
  return printedColumns(answer, withShares) <= widestForWord;
}

/** A table as it looks on the screen: merged heads, the totals first; with shares a second column beside each number. */
export function printedTable(answer: CountedTable, withShares: boolean): PrintedTable {
  const { rows, cells, shares, rowTotals, rowShares, columnTotals, columnShares, count } = answer;
  const pairs = withShares ? 2 : 1;
  const line = (
    label: string,
    total: number,
    share: number | null,
    numbers: readonly number[],
    parts: readonly (number | null)[],
  ): TableRow => ({
    cells: [
      label,
      ...[total, ...numbers].flatMap((number, index): Cell[] => {
        const part = index === 0 ? share : (parts[index - 1] ?? null);
        return withShares ? [number, shareCell(part)] : [number];
      }),
    ],
  });
  return {
    titles: [{ text: answer.title, size: 18 }],
    subLine: {
      left: `统计范围：${answer.unit ?? '全部'}在职干部`,
      right: `截止时间：${printDate(answer.asOf)}　单位：人`,
    },
    columns: [
      { width: 20, style: { align: 'left' } },
      ...Array.from({ length: printedColumns(answer, withShares) - 1 }, () => ({
        width: withShares ? 8.5 : 6.5,
      })),
    ],
    head: headRows(answer, pairs),
    rows: [
      line('合计', count, count > 0 ? 100 : null, columnTotals, columnShares),
      ...rows.map(({ label }, row) =>
        line(label, rowTotals[row] ?? 0, rowShares[row] ?? null, cells[row] ?? [], shares[row] ?? []),
      ),
    ],
    notes: [`生成时间：${minute(answer.generatedAt)}`],
    headStyle: { bold: true, align: 'center', vertical: 'middle' },
    bodyStyle: { align: 'center', vertical: 'middle' },
    page: { orientation: printedColumns(answer, withShares) > 10 ? 'landscape' : 'portrait' },
  };
}

function headRows({ rowHead, groups }: CountedTable, pairs: number): TableRow[] {
  const deep = pairs === 2 ? 3 : 2;
  const own = groups.flatMap(({ columns }) => columns);
  const rows: TableRow[] = [
    {
      cells: [
        { value: rowHead, rowSpan: deep },
        { value: '合计', rowSpan: 2, columnSpan: pairs },
        ...groups.map(({ head, columns }) => ({ value: head, columnSpan: columns.length * pairs })),
      ],
    },
    { cells: own.map(({ label }) => ({ value: label, columnSpan: pairs })) },
  ];
  if (pairs === 2) rows.push({ cells: [null, ...own].flatMap(() => ['人数', '占比']) });
  return rows;
}

function shareCell(share: number | null): Cell {
  return share === null ? '—' : { value: share / 100, style: shareStyle };
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: process.env['CADRE_TIME_ZONE'] ?? 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});

function minute(instant: string): string {
  return clock.format(new Date(instant));
}
