import type { ReactNode } from 'react';
import type { Permission } from '#platform/model';

/** What a column shows of the people of a page. */
export interface ColumnCells {
  readonly title: string;
  readonly cell: (id: string) => ReactNode;
}

/**
 * A column that another module can show of the people in the list, beside the fields of the sets. The modules above this
 * one are not known here: whoever puts the pages together hands their columns over.
 */
export interface ListColumn {
  /** Unlike the path of any field. */
  readonly name: string;
  readonly label: string;
  /** A width of a grid column. */
  readonly width: string;
  /** Who lacks it is not offered the column. */
  readonly permission: Permission;
  /** A hook; nobody is given while the column is not shown. */
  readonly useCells: (ids: readonly string[]) => ColumnCells;
}
