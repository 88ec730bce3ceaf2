import { freeKeys } from '../as-of/free-keys.ts';
import { rowRoom } from '../as-of/row-room.ts';
import type { CodeKeys } from '../column/code-dictionary.ts';
import { monthIndex, partOf } from '../column/date-key.ts';
import { KeyColumn } from '../column/key-column.ts';
import type { Column, Dataset, Table } from '../table/dataset.ts';
import type { ColumnSchema, SetSchema } from '../table/schema.ts';
import type { PooledTexts } from '../text/text-pool.ts';
import type { Fact, FactValue } from './fact.ts';

/** Numbers beyond this are kept as this; so every distance fits a key. */
const farthest = 2 ** 31 - 2;
/** The raw value of what is not known; so that all raw values are whole numbers of 32 bits. */
export const noValue = -(2 ** 31);

/** What a fact has in common on all dates: its dictionary, its texts, and how it looks as a column. */
export interface FactPlace {
  readonly fact: Fact;
  readonly schema: ColumnSchema;
  readonly set: SetSchema;
  readonly table: Table;
  /** Of a `code` fact. */
  readonly dictionary: CodeKeys | undefined;
  /** Of a `text` fact. */
  readonly pool: PooledTexts | undefined;
}

/** The column of a fact on a date, while and after it is worked out. */
export class FactWriter {
  readonly #dataset: Dataset;
  readonly #place: FactPlace;
  readonly #kind: Fact['kind'];
  readonly #keys: KeyColumn;
  /** What dates have beside the month. */
  readonly #parts: KeyColumn;
  #base = 1;
  column: Column;
  #lastText: string | null = null;
  #lastRaw = noValue;

  /** Begins with the values of the same fact on another day, when it is given. */
  constructor(dataset: Dataset, place: FactPlace, before?: FactWriter) {
    this.#dataset = dataset;
    this.#place = place;
    this.#kind = place.fact.kind;
    const capacity = rowRoom(place.table);
    this.#keys = new KeyColumn(dataset.arena, capacity);
    this.#parts = new KeyColumn(dataset.arena, capacity);
    if (before) {
      copyKeys(before.#keys, this.#keys);
      copyKeys(before.#parts, this.#parts);
      this.#base = before.#base;
    }
    this.column = this.#column();
  }

  get bytes(): number {
    return this.#keys.width * this.#keys.capacity + this.#parts.width * this.#parts.capacity;
  }

  /** The number for a value that `fill` takes: a key, of numbers the number itself, of dates a date key. */
  raw(value: FactValue): number {
    if (typeof value === 'number') {
      if (this.#kind === 'number') {
        // Nearly all are small whole numbers, which nothing needs to be done about.
        return (value | 0) === value && value > -farthest && value < farthest ? value : bounded(value);
      }
      // Of units a number is the key.
      return this.#kind === 'date' || this.#kind === 'unit' ? value : noValue;
    }
    // The same few strings come again and again.
    if (value !== this.#lastText) {
      this.#lastText = value;
      this.#lastRaw = this.#keyOf(value);
    }
    return this.#lastRaw;
  }

  /** Takes the raw values of rows. */
  fill(rows: Uint32Array, values: Int32Array): void {
    let least = farthest;
    let greatest = noValue;
    for (let index = 0; index < rows.length; index++) {
      const value = values[index] ?? noValue;
      if (value > greatest) greatest = value;
      if (value < least && value !== noValue) least = value;
    }
    if (least > greatest) this.clear(rows);
    else if (this.#kind === 'date') this.#fillDates(rows, values, greatest);
    else this.#fillKeys(rows, values, least, greatest);
  }

  /** Takes the values of rows away. */
  clear(rows: Uint32Array): void {
    for (const keys of [this.#keys, this.#parts]) {
      const view = keys.view();
      if (keys.width > 0) for (let index = 0; index < rows.length; index++) view[rows[index] ?? 0] = 0;
    }
  }

  /** To be called when all rows were filled in. */
  finish(): void {
    this.column = this.#column();
  }

  /** Puts a raw value into a row; false when the column cannot hold it as it is. */
  put(row: number, raw: number): boolean {
    if (this.#place.table.rows > this.#keys.capacity) this.#reserve();
    if (raw === noValue) {
      this.#keys.set(row, 0);
      this.#parts.set(row, 0);
    } else if (this.#kind === 'date') {
      this.#keys.set(row, monthIndex(raw));
      this.#parts.set(row, partOf(raw) ^ 1);
    } else {
      const key = this.#kind === 'number' ? raw - this.#base + 1 : raw;
      if (key < 1 || key > 0xffff_ffff) return false;
      this.#keys.set(row, key);
    }
    return true;
  }

  free(): void {
    freeKeys(this.#dataset.arena, this.#keys);
    freeKeys(this.#dataset.arena, this.#parts);
  }

  #keyOf(value: string | null): number {
    if (value === null || value === '') return noValue;
    const { dictionary, pool } = this.#place;
    if (this.#kind === 'code') return dictionary?.add(value) ?? noValue;
    if (this.#kind === 'unit') return this.#dataset.units.keyOf(value) ?? noValue;
    return this.#kind === 'text' ? (pool?.add(value) ?? noValue) : noValue;
  }

  #reserve(): void {
    const capacity = rowRoom(this.#place.table);
    this.#keys.reserve(capacity);
    this.#parts.reserve(capacity);
  }

  #fillDates(rows: Uint32Array, values: Int32Array, greatest: number): void {
    this.#keys.widen(monthIndex(greatest));
    const months = this.#keys.view();
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      const value = values[index] ?? noValue;
      const isDate = value > 0;
      months[row] = isDate ? value >>> 6 : 0;
      this.#parts.set(row, isDate ? (value & 63) ^ 1 : 0);
    }
  }

  #fillKeys(rows: Uint32Array, values: Int32Array, least: number, greatest: number): void {
    const below = this.#kind === 'number' ? this.#baseUnder(least, greatest) - 1 : 0;
    this.#keys.widen(greatest - below);
    const keys = this.#keys.view();
    for (let index = 0; index < rows.length; index++) {
      const value = values[index] ?? noValue;
      keys[rows[index] ?? 0] = value === noValue ? 0 : value - below;
    }
  }

  /** The base for numbers down to `least`; where those before stand on a greater one, they are moved. */
  #baseUnder(least: number, greatest: number): number {
    if (this.#keys.width === 0) this.#base = baseFor(least, greatest);
    if (least >= this.#base) return this.#base;
    const base = baseFor(least, greatest);
    const shift = this.#base - base;
    const before = this.#keys.view();
    let largest = 0;
    for (const key of before) if (key > largest) largest = key;
    this.#keys.widen(largest + shift);
    const keys = this.#keys.view();
    for (let row = 0; row < keys.length; row++) if (keys[row] !== 0) keys[row] = (keys[row] ?? 0) + shift;
    this.#base = base;
    return base;
  }

  #column(): Column {
    const { schema, set, table, dictionary, pool } = this.#place;
    const head = { schema, set, table };
    const keys = this.#keys;
    switch (this.#kind) {
      case 'code':
        if (dictionary) return { ...head, kind: 'code', keys, dictionary };
        break;
      case 'text':
        if (pool) return { ...head, kind: 'text', keys, pool };
        break;
      case 'unit':
        return { ...head, kind: 'unit', keys };
      case 'number':
        return { ...head, kind: 'number', keys, base: this.#base };
      case 'date':
        return { ...head, kind: 'date', months: keys, parts: this.#parts };
    }
    throw new Error(`${schema.name} has nowhere to keep its values`);
  }
}

function copyKeys(from: KeyColumn, to: KeyColumn): void {
  if (from.width === 0) return;
  to.widen(2 ** (8 * from.width) - 1);
  const keys = from.view();
  to.view().set(keys.subarray(0, Math.min(keys.length, to.capacity)));
}

function bounded(value: number): number {
  return Math.max(-farthest, Math.min(farthest, Math.trunc(value)));
}

/** Below the least number, so far that smaller numbers of later changes find room where it costs nothing. */
function baseFor(least: number, greatest: number): number {
  const range = greatest - least + 1;
  const room = (range <= 0xff ? 0xff : range <= 0xffff ? 0xffff : range + 2000) - range;
  return least - Math.min(1000, Math.trunc(room / 2));
}
