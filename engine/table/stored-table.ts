import type { ColumnWriter } from '../column/stored-column.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import { roomFor } from '../memory/room.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { Table } from './dataset.ts';
import type { ColumnBatch } from './loading/people-batch.ts';

const firstCapacity = 64;
const none = new Uint8Array(0);

export interface SavedTable {
  readonly rows: number;
  readonly liveRows: number;
  readonly capacity: number;
  readonly live: Pointer;
}

/** A column and the key under which source rows have its values. */
interface KeyedColumn {
  readonly key: string;
  readonly column: ColumnWriter;
}

/** Rows with columns; makes room in all of them together. */
export class StoredTable implements Table {
  readonly name: string;
  protected readonly arena: Arena;
  readonly columns: KeyedColumn[] = [];
  /** How many rows there should be room for when so many are needed. */
  capacityFor: (rows: number) => number = roomFor;
  #rows: number;
  #liveRows: number;
  #capacity: number;
  #live: Pointer;
  #liveView = none;
  #layout = 0;
  /** The capacity that the columns are growing to, one by one. */
  #ahead = 0;

  constructor(arena: Arena, name: string, saved?: SavedTable) {
    this.arena = arena;
    this.name = name;
    this.#rows = saved?.rows ?? 0;
    this.#liveRows = saved?.liveRows ?? 0;
    this.#capacity = saved?.capacity ?? firstCapacity;
    this.#live = saved?.live ?? arena.allocate(bitmapBytes(firstCapacity));
  }

  get rows(): number {
    return this.#rows;
  }

  get liveRows(): number {
    return this.#liveRows;
  }

  get capacity(): number {
    return this.#capacity;
  }

  get bitmapBytes(): number {
    return bitmapBytes(this.#rows);
  }

  get live(): Pointer {
    return this.#live;
  }

  get layout(): number {
    return this.#layout;
  }

  addColumn(column: ColumnWriter): void {
    this.columns.push({ key: column.schema.name.slice(column.set.name.length + 1), column });
  }

  /** Puts a batch into the columns, from a row on in which nothing is yet. */
  protected loadColumns(first: number, batches: readonly ColumnBatch[]): void {
    const batchOf = new Map(batches.map((batch) => [batch.name, batch]));
    for (const { column } of this.columns) {
      const batch = batchOf.get(column.schema.name);
      if (batch) column.load(first, batch);
    }
  }

  /** Rows at the end, not live yet; answers the first. */
  addRows(count: number): number {
    const first = this.#rows;
    const rows = first + count;
    if (rows > this.#capacity) this.reserve(Math.max(rows, this.capacityFor(rows)));
    this.#rows = rows;
    return first;
  }

  isLive(row: number): boolean {
    return row < this.#rows && ((this.#liveNow()[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  setLive(from: number, count: number, live: boolean): void {
    const bits = this.#liveNow();
    for (let row = from; row < from + count; row++) {
      const before = bits[row >> 3] ?? 0;
      const after = live ? before | (1 << (row & 7)) : before & ~(1 << (row & 7));
      if (after === before) continue;
      bits[row >> 3] = after;
      this.#liveRows += live ? 1 : -1;
    }
  }

  reserve(capacity: number): void {
    if (capacity <= this.#capacity) return;
    this.#live = this.arena.resize(this.#live, bitmapBytes(this.#capacity), bitmapBytes(capacity));
    this.#liveView = none;
    this.#capacity = capacity;
    for (const { column } of this.columns) for (const keys of column.stored) keys.reserve(capacity);
  }

  /**
   * Makes room in one column when the table is nearly full; answers whether there was something to do. Called often
   * enough between patches, everything has grown before it must.
   */
  growAhead(): boolean {
    if (this.#rows + Math.max(16, this.#rows >> 7) <= this.#capacity) return false;
    const wanted = Math.max(this.#ahead, this.#rows + Math.max(firstCapacity, this.#rows >> 4));
    this.#ahead = wanted;
    for (const { column } of this.columns) {
      for (const keys of column.stored) {
        if (keys.capacity >= wanted) continue;
        keys.reserve(wanted);
        return true;
      }
    }
    this.reserve(wanted);
    this.#ahead = 0;
    return true;
  }

  /** The rows get other numbers: `from[row]` is the old number of a row. All of them are live. */
  protected renumber(from: Uint32Array): void {
    const capacity = Math.max(firstCapacity, from.length + (from.length >> 4));
    for (const { column } of this.columns) {
      for (const keys of column.stored) keys.gather(from, capacity);
      column.rowsMoved?.();
    }
    this.arena.free(this.#live, bitmapBytes(this.#capacity));
    this.#live = this.arena.allocate(bitmapBytes(capacity));
    this.#liveView = none;
    this.#capacity = capacity;
    this.#rows = from.length;
    this.#liveRows = 0;
    this.setLive(0, from.length, true);
    this.#layout++;
  }

  saveTable(block: SaveBlock): SavedTable {
    return {
      rows: this.#rows,
      liveRows: this.#liveRows,
      capacity: this.#capacity,
      live: block(this.#live, bitmapBytes(this.#capacity)),
    };
  }

  #liveNow(): Uint8Array {
    if (this.#liveView.length === 0) {
      this.#liveView = this.arena.u8(this.#live, bitmapBytes(this.#capacity));
    }
    return this.#liveView;
  }
}

function bitmapBytes(rows: number): number {
  return Math.max(1, Math.ceil(rows / 128)) * 16;
}
