import type { MergedCells, SheetCell, SheetRow } from '#documents/formats';

/** Do cells below the head reach over several rows? A name then stands once for all rows of a person. */
export function hasMergedRows(merged: readonly MergedCells[], headRow: number): boolean {
  return merged.some(({ firstRow, lastRow }) => firstRow > headRow && lastRow > firstRow);
}

/** Gives the rows under a merged cell what stands in it; rows come in their order. */
export class MergedRows {
  readonly #beginning: ReadonlyMap<number, readonly MergedCells[]>;
  #open: { readonly area: MergedCells; readonly cell: SheetCell }[] = [];

  constructor(merged: readonly MergedCells[]) {
    this.#beginning = Map.groupBy(
      merged.filter(({ firstRow, lastRow }) => lastRow > firstRow),
      ({ firstRow }) => firstRow,
    );
  }

  filled(row: SheetRow): SheetRow {
    this.#open = this.#open.filter(({ area }) => area.lastRow >= row.number);
    const cells = this.#open.length > 0 ? [...row.cells] : row.cells;
    for (const { area, cell } of this.#open) {
      const own = cells as (SheetCell | null)[];
      while (own.length <= area.firstColumn) own.push(null);
      own[area.firstColumn] ??= cell;
    }
    for (const area of this.#beginning.get(row.number) ?? []) {
      const cell = row.cells[area.firstColumn];
      if (cell) this.#open.push({ area, cell });
    }
    return cells === row.cells ? row : { ...row, cells };
  }
}
