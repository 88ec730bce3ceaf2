import type { DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import { rangeLookup, type KeyRanges } from '../plan/key-ranges.ts';
import { keysOf, matchColumn } from '../plan/match-column.ts';
import { copyBits, type Mode, type Work } from '../plan/run.ts';
import type { Dataset, KeyedColumn, Table } from '../table/dataset.ts';
import { meaningOf, meansTheSame } from './meaning-of.ts';
import { rowsOfPeople } from './rows-of-people.ts';

/** Changes that are remembered before everything is given up. */
const mostChanges = 65_536;
const mostEntries = 1024;
/** Conditions with more ranges are not kept: to recognize them would take longer. */
const mostRanges = 1024;
/** Room for rows that are added later, in bytes of a bitmap. */
const spareBytes = 512;

interface Entry {
  readonly table: Table;
  /** What the keys were made from: when that is another, keys mean something else. */
  readonly meaning: readonly unknown[];
  pointer: Pointer;
  bytes: number;
  /** How many of the changes are in the bitmap. */
  seen: number;
}

/**
 * Bitmaps of the rows that meet a condition on one column. People ask by changing one condition at a time, and a bitmap
 * is an eighth or less of the column that the other conditions would read again. They are made when a condition is
 * first met, are kept under a limit of bytes, the least recently used given up first, and follow patches when they are
 * next used, for the rows of the people who changed.
 */
export class KeptBitmaps {
  readonly #dataset: Dataset;
  readonly #limit: number;
  /** Last used last. */
  readonly #entries = new Map<string, Entry>();
  /** The people who changed, in order. */
  #changes: number[] = [];
  #bytes = 0;

  constructor(dataset: Dataset, limit: number) {
    this.#dataset = dataset;
    this.#limit = limit;
  }

  /** Bytes held in the arena. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Does what `matchColumn` does. A column that is not stored as it is (a fact, or a column that looks different on the
   * date) is told apart by the date.
   */
  match(work: Work, column: KeyedColumn, ranges: KeyRanges, asOf: DateKey, out: Pointer, mode: Mode): void {
    const { bitmapBytes } = column.table;
    if (!this.#isWorthKeeping(column, ranges)) {
      matchColumn(work, column, ranges, out, mode);
      return;
    }
    const timeless = this.#dataset.column(column.schema.name) === column;
    const name = `${column.schema.name} ${timeless ? '' : asOf} ${ranges.join(' ')}`;
    const { pointer } = this.#find(name, column, ranges) ?? this.#make(name, work, column, ranges);
    if (mode === 0) copyBits(work, pointer, out, bitmapBytes);
    else this.#dataset.kernel.and(out, pointer, out, bitmapBytes);
    this.#trim();
  }

  /** To be told of every patch. */
  follow(people: readonly number[], unitsChanged: boolean): void {
    if (this.#entries.size === 0) return;
    // Units get other keys, and facts that follow from units change for people who are not named.
    if (unitsChanged || people.length + this.#changes.length > mostChanges) {
      this.clear();
      return;
    }
    for (const person of people) this.#changes.push(person);
    for (const [name, { table, meaning }] of this.#entries) if (table.layout !== meaning[0]) this.#drop(name);
  }

  clear(): void {
    for (const name of this.#entries.keys()) this.#drop(name);
    this.#changes = [];
  }

  #isWorthKeeping(column: KeyedColumn, ranges: KeyRanges): boolean {
    const { width } = column.kind === 'date' ? column.months : column.keys;
    const bytes = column.table.bitmapBytes + spareBytes;
    return width > 0 && ranges.length > 0 && ranges.length <= mostRanges && bytes <= this.#limit;
  }

  /** What is kept, brought up to date. */
  #find(name: string, column: KeyedColumn, ranges: KeyRanges): Entry | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (!meansTheSame(entry.meaning, column) || !this.#update(entry, column, ranges)) {
      this.#drop(name);
      return undefined;
    }
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    return entry;
  }

  #make(name: string, work: Work, column: KeyedColumn, ranges: KeyRanges): Entry {
    const { arena } = this.#dataset;
    const bytes = column.table.bitmapBytes + spareBytes;
    const pointer = arena.allocate(bytes);
    try {
      matchColumn(work, column, ranges, pointer, 0);
    } catch (error) {
      // The time of the question ran out.
      arena.free(pointer, bytes);
      throw error;
    }
    const entry: Entry = {
      table: column.table,
      meaning: meaningOf(column),
      pointer,
      bytes,
      seen: this.#changes.length,
    };
    this.#entries.set(name, entry);
    this.#bytes += bytes;
    return entry;
  }

  /** Looks at the rows that changed; false when there are so many that all may as well be matched anew. */
  #update(entry: Entry, column: KeyedColumn, ranges: KeyRanges): boolean {
    const { arena, root } = this.#dataset;
    const { table } = column;
    const many = this.#changes.length - entry.seen;
    if (many === 0) return true;
    if (many > 64 + (root.rows >>> 4)) return false;
    const people = this.#changes.slice(entry.seen);
    entry.seen = this.#changes.length;
    if (table.bitmapBytes > entry.bytes) this.#grow(entry, table.bitmapBytes + spareBytes);
    const bits = arena.u8(entry.pointer, entry.bytes);
    const keyOf = keysOf(column);
    const isWanted = rangeLookup(ranges);
    rowsOfPeople(this.#dataset, table, people, (row) => {
      const bit = 1 << (row & 7);
      const byte = bits[row >>> 3] ?? 0;
      bits[row >>> 3] = isWanted(keyOf(row)) ? byte | bit : byte & ~bit;
    });
    return true;
  }

  #grow(entry: Entry, bytes: number): void {
    this.#bytes += bytes - entry.bytes;
    entry.pointer = this.#dataset.arena.resize(entry.pointer, entry.bytes, bytes);
    entry.bytes = bytes;
  }

  #trim(): void {
    for (const name of this.#entries.keys()) {
      if (this.#bytes <= this.#limit && this.#entries.size <= mostEntries) return;
      this.#drop(name);
    }
  }

  #drop(name: string): void {
    const entry = this.#entries.get(name);
    if (!entry) return;
    this.#entries.delete(name);
    this.#bytes -= entry.bytes;
    this.#dataset.arena.free(entry.pointer, entry.bytes);
  }
}
