import type { Arena } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { ColumnBatch } from '../table/loading/people-batch.ts';
import { dateKey, monthIndex, partOf } from './date-key.ts';
import { KeyColumn, type SavedKeys } from './key-column.ts';
import type { ColumnPlace, ColumnWriter } from './stored-column.ts';

interface SavedDates {
  readonly months: SavedKeys;
  readonly parts: SavedKeys;
}

/** Partial dates: the month, and apart from it what is known beside the month. */
export class DateColumn implements ColumnWriter {
  readonly kind = 'date';
  readonly schema;
  readonly set;
  readonly table;
  readonly months: KeyColumn;
  readonly parts: KeyColumn;
  readonly stored: readonly KeyColumn[];
  #lastText: unknown = undefined;
  #lastKey = 0;

  constructor(place: ColumnPlace, arena: Arena, capacity: number, saved?: SavedDates) {
    this.schema = place.schema;
    this.set = place.set;
    this.table = place.table;
    this.months = new KeyColumn(arena, capacity, saved?.months);
    this.parts = new KeyColumn(arena, capacity, saved?.parts);
    this.stored = [this.months, this.parts];
  }

  write(row: number, value: unknown): void {
    const key = this.place(value);
    this.months.set(row, monthIndex(key));
    this.parts.set(row, key === 0 ? 0 : partOf(key) ^ 1);
  }

  load(first: number, { values }: ColumnBatch): void {
    const parts = new Uint8Array(values.length);
    for (let row = 0; row < values.length; row++) {
      const key = values[row] ?? 0;
      parts[row] = key === 0 ? 0 : partOf(key) ^ 1;
      values[row] = monthIndex(key);
    }
    this.months.load(first, values);
    this.parts.load(first, parts);
  }

  place(value: unknown): number {
    if (value === this.#lastText) return this.#lastKey;
    const key = typeof value === 'string' ? (dateKey(value) ?? 0) : 0;
    this.#lastText = value;
    this.#lastKey = key;
    return key;
  }

  save(block: SaveBlock): SavedDates {
    return { months: this.months.save(block), parts: this.parts.save(block) };
  }
}
