import type { MergedCells, SheetRow } from '#documents/formats';
import type { SetDefinition } from '#platform/model';
import { suggestMapping, type Mapping } from './map-heads.ts';

/** Where the head of a sheet stands, and what it says of each column. */
export interface SheetHead {
  /** The last row of the head; the data begins below it. */
  readonly row: number;
  readonly heads: readonly string[];
}

/** So many rows are looked at. */
export const headRows = 30;

/**
 * The head in the first rows: the row that names most columns of the set. A cell that is merged with others speaks for all
 * of them; a head of two rows is read from both.
 */
export function findHead(
  set: SetDefinition,
  rows: readonly SheetRow[],
  merged: readonly MergedCells[],
): SheetHead | null {
  let best: SheetHead | null = null;
  let most = 0;
  for (const row of rows.slice(0, headRows)) {
    const heads = headsAt(rows, merged, row.number);
    const found = countOf(suggestMapping(set, heads));
    if (found > most) {
      most = found;
      best = { row: row.number, heads };
    }
  }
  return best;
}

const countOf = (mapping: Mapping): number => mapping.filter((target) => target !== null).length;

/** The heads when the head ends in this row. */
export function headsAt(
  rows: readonly SheetRow[],
  merged: readonly MergedCells[],
  last: number,
): readonly string[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const own = byNumber.get(last)?.cells ?? [];
  const above = byNumber.get(last - 1)?.cells ?? [];
  const width = Math.max(
    own.length,
    ...merged.map(({ lastRow, lastColumn }) => (lastRow === last ? lastColumn + 1 : 0)),
  );
  return Array.from({ length: width }, (_, column) => {
    const area = merged.find(
      (each) =>
        each.firstRow <= last &&
        last <= each.lastRow &&
        each.firstColumn <= column &&
        column <= each.lastColumn,
    );
    if (area) {
      // A cell that goes down to this row names its column; one that goes across names only its first.
      return column === area.firstColumn
        ? (byNumber.get(area.firstRow)?.cells[area.firstColumn]?.text.trim() ?? '')
        : '';
    }
    const text = own[column]?.text.trim() ?? '';
    return text !== '' ? text : column < own.length ? plainAbove(above, own, column) : '';
  });
}

/** A head of two rows whose cells were not merged: what stands above an empty cell. */
function plainAbove(above: SheetRow['cells'], own: SheetRow['cells'], column: number): string {
  const isTitle = above.filter((cell) => cell !== null).length * 2 < own.length;
  return isTitle ? '' : (above[column]?.text.trim() ?? '');
}
