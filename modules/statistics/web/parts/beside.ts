import type { CountedTable } from '../../model/counted-table.ts';
import { ageText, shareText } from './share-text.ts';

/** What stands below the numbers of a table: shares, or the average ages of the people. */
export interface Beside {
  readonly total: string;
  readonly row: (row: number) => string;
  readonly column: (column: number) => string;
  readonly cell: (row: number, column: number) => string;
}

/** The average ages of all cells where they were counted, else shares where they are wanted. */
export function besideOf(table: CountedTable, withShares: boolean): Beside | null {
  const { averageAges, count, rowShares, columnShares, shares } = table;
  if (averageAges?.cells) {
    const { total, rows, columns = [], cells } = averageAges;
    const text = (years: number | null | undefined): string => {
      const known = ageText(years);
      return known === '—' ? known : `${known}岁`;
    };
    return {
      total: text(total),
      row: (row) => text(rows[row]),
      column: (column) => text(columns[column]),
      cell: (row, column) => text(cells[row]?.[column]),
    };
  }
  if (!withShares) return null;
  return {
    total: shareText(count > 0 ? 100 : null),
    row: (row) => shareText(rowShares[row]),
    column: (column) => shareText(columnShares[column]),
    cell: (row, column) => shareText(shares[row]?.[column]),
  };
}

/** A column of the average ages of the rows alone. */
export function hasAgeColumn({ averageAges }: CountedTable): boolean {
  return averageAges !== null && averageAges.cells === undefined;
}
