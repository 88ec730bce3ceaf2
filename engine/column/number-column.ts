import type { Arena } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { ColumnBatch } from '../table/loading/people-batch.ts';
import { KeyColumn, type SavedKeys } from './key-column.ts';
import type { ColumnPlace, ColumnWriter } from './stored-column.ts';

/** Numbers farther from zero are kept as this, so that every distance between two fits a key. */
const farthest = 2 ** 31 - 2;

interface SavedNumbers {
  readonly keys: SavedKeys;
  readonly base: number;
  readonly any: boolean;
}

/** Whole numbers as distances from a base, which moves down when a smaller number comes. */
export class NumberColumn implements ColumnWriter {
  readonly kind = 'number';
  readonly schema;
  readonly set;
  readonly table;
  readonly keys: KeyColumn;
  readonly stored: readonly KeyColumn[];
  #base: number;
  #any: boolean;

  constructor(place: ColumnPlace, arena: Arena, capacity: number, saved?: SavedNumbers) {
    this.schema = place.schema;
    this.set = place.set;
    this.table = place.table;
    this.keys = new KeyColumn(arena, capacity, saved?.keys);
    this.stored = [this.keys];
    this.#base = saved?.base ?? 0;
    this.#any = saved?.any ?? false;
  }

  get base(): number {
    return this.#base;
  }

  write(row: number, value: unknown): void {
    const number = numberOf(value);
    if (number === null) {
      this.keys.set(row, 0);
      return;
    }
    this.#reach(number);
    this.keys.set(row, number - this.#base + 1);
  }

  load(first: number, { values }: ColumnBatch): void {
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < values.length; row++) {
      const place = values[row] ?? 0;
      if (place !== 0 && place < least) least = place;
    }
    if (least === Number.POSITIVE_INFINITY) return;
    this.#reach(least - farthest - 1);
    const below = this.#base + farthest;
    for (let row = 0; row < values.length; row++) {
      const place = values[row] ?? 0;
      if (place !== 0) values[row] = place - below;
    }
    this.keys.load(first, values);
  }

  place(value: unknown): number {
    return placeOfNumber(value);
  }

  save(block: SaveBlock): SavedNumbers {
    return { keys: this.keys.save(block), base: this.#base, any: this.#any };
  }

  /** Makes a number one that is not below the base. */
  #reach(number: number): void {
    if (this.#any && number < this.#base) this.#lower(number);
    if (this.#any) return;
    this.#any = true;
    this.#base = number;
  }

  /** Goes down farther than it must, so that numbers which come in falling order do not move the base each time. */
  #lower(number: number): void {
    const ahead = number - Math.min(this.#base - number, 1_000_000);
    const base = number >= 0 ? Math.max(0, ahead) : Math.max(-farthest, ahead);
    const by = this.#base - base;
    this.#base = base;
    let largest = 0;
    for (const key of this.keys.view()) if (key > largest) largest = key;
    this.keys.widen(largest + by);
    const keys = this.keys.view();
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] ?? 0;
      if (key !== 0) keys[row] = key + by;
    }
  }
}

/** Where a number stands among all, from 1; 0 for what is none. */
export function placeOfNumber(value: unknown): number {
  const number = numberOf(value);
  return number === null ? 0 : number + farthest + 1;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) return null;
  return Math.max(-farthest, Math.min(farthest, Math.trunc(number)));
}
