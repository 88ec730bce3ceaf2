import type { Arena } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import { stringsOf, type ColumnBatch } from '../table/loading/people-batch.ts';
import type { UnitList } from '../table/unit-list.ts';
import { KeyColumn, translated, type SavedKeys } from './key-column.ts';
import type { ColumnPlace, ColumnWriter } from './stored-column.ts';

/** Units: their places in statutory order. */
export class UnitColumn implements ColumnWriter {
  readonly kind = 'unit';
  readonly schema;
  readonly set;
  readonly table;
  readonly keys: KeyColumn;
  readonly stored: readonly KeyColumn[];
  readonly #units: UnitList;

  constructor(place: ColumnPlace, arena: Arena, capacity: number, units: UnitList, saved?: SavedKeys) {
    this.schema = place.schema;
    this.set = place.set;
    this.table = place.table;
    this.keys = new KeyColumn(arena, capacity, saved);
    this.stored = [this.keys];
    this.#units = units;
  }

  write(row: number, value: unknown): void {
    this.keys.set(row, this.place(value));
  }

  load(first: number, { values, texts }: ColumnBatch): void {
    const keys = texts ? stringsOf(texts).map((id) => this.#units.add(id)) : [];
    this.keys.load(first, translated(values, keys));
  }

  place(value: unknown): number {
    return typeof value === 'string' && value !== '' ? this.#units.add(value) : 0;
  }

  /** Follows the units to their new places: `moved[key]` is the new key. */
  move(moved: Uint32Array, largest: number): void {
    if (this.keys.width === 0) return;
    this.keys.widen(largest);
    const keys = this.keys.view();
    const rows = this.table.rows;
    for (let row = 0; row < rows; row++) keys[row] = moved[keys[row] ?? 0] ?? 0;
  }

  save(block: SaveBlock): SavedKeys {
    return this.keys.save(block);
  }
}
