import type { TableAnswer } from '../../model/contracts.ts';

/** What a grid shows: of a standard table or of an own one. */
export type CountedTable = Pick<
  TableAnswer,
  | 'title'
  | 'asOf'
  | 'count'
  | 'where'
  | 'rowHead'
  | 'rows'
  | 'groups'
  | 'cells'
  | 'shares'
  | 'rowTotals'
  | 'rowShares'
  | 'columnTotals'
  | 'columnShares'
>;

/** A share as it is printed; — where there is nobody to have a share of. */
export function shareText(share: number | null | undefined): string {
  return share === null || share === undefined ? '—' : `${share.toFixed(1)}%`;
}
