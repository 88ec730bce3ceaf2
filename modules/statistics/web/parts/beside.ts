import type { CountedTable } from '../../model/counted-table.ts';
import { ageText, shareText } from './share-text.ts';

/** What stands below the numbers of a table: shares, or the average ages of the people. */
export interface Beside {
  readonly total: string;
  readonly row: (row: number) => string;
  readonly column: (column: number) => string;
  readonly cell: (row: number, column: number) => string;
}

/**
 * The average ages of all cells where they were counted, else shares where they are wanted; in a table of many columns
 * without their signs, which its head then says once.
 */
export function besideOf(table: CountedTable, withShares: boolean, isWide: boolean): Beside | null {
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
  const text = (share: number | null | undefined): string => shareText(share, isWide);
  return {
    total: text(count > 0 ? 100 : null),
    row: (row) => text(rowShares[row]),
    column: (column) => text(columnShares[column]),
    cell: (row, column) => text(shares[row]?.[column]),
  };
}

/** What the numbers of a table are counted in. */
export function unitOf(table: CountedTable, withShares: boolean, isWide: boolean): string {
  return isWide && withShares && !table.averageAges?.cells ? '人、%' : '人';
}

/** A column of the average ages of the rows alone. */
export function hasAgeColumn({ averageAges }: CountedTable): boolean {
  return averageAges !== null && averageAges.cells === undefined;
}
