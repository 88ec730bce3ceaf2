import type { PrintedTable, TableColumn, TableRow } from '#documents/render';
import { printDate } from '#platform/model';
import { printedTime } from '#platform/server';
import type { QuotaSight } from '../quota-office.ts';
import { unitNameOf } from '../told.ts';

/** A table before it has its title and lines. */
export interface Paper {
  readonly columns: readonly TableColumn[];
  readonly head: readonly TableRow[];
  readonly rows: readonly TableRow[];
  readonly notes?: readonly string[];
}

/** A column of numbers, and one of words. */
export const numbers = (count: number, width = 6): TableColumn[] =>
  Array.from({ length: count }, () => ({ width }));
export const words = (width: number): TableColumn => ({ width, style: { align: 'left' } });

export function printed(
  paper: Paper,
  title: string,
  sight: QuotaSight,
  unit: string | undefined,
): PrintedTable {
  const place = unit === undefined ? undefined : sight.book.placeOf(unit);
  return {
    titles: [{ text: title, size: 20 }],
    subLine: {
      left: place === undefined ? '范围：全部机构' : `范围：${unitNameOf(sight, place)}及下级`,
      right: `截止时间：${printDate(sight.asOf)}`,
    },
    columns: paper.columns,
    head: paper.head,
    rows: paper.rows,
    notes: [...(paper.notes ?? []), `生成时间：${printedTime(new Date())}`],
    headStyle: { bold: true, align: 'center', vertical: 'middle' },
    bodyStyle: { align: 'center', vertical: 'middle' },
    page: { orientation: 'landscape' },
  };
}
