import { mostRows } from '../child-rows.ts';
import type { SetSchema } from '../schema.ts';
import type { SourceRow } from '../source.ts';
import { roomFor, type BatchMemory } from './batch-memory.ts';
import { comparedValues } from './compared-values.ts';
import { valueOf, type GatheredColumn } from './gathered-column.ts';
import { withRoom } from './gathered-texts.ts';
import type { RowsBatch } from './people-batch.ts';

/** How the rows of a set stand before the tables put them in the order of time. */
export interface RowOrder {
  /** Keys of the values that decide, the first first. */
  readonly keys: readonly SortKey[];
  /**
   * Sorts rows that have these values alone: texts by their units, numbers by their size, what is not there last;
   * rows that tie keep their order.
   */
  sort(rows: readonly SourceRow[]): readonly SourceRow[];
}

export interface SortKey {
  readonly key: string;
  readonly descending: boolean;
}

/** The rows of a repeating set as they come, person by person, and the order in which the tables keep them. */
export class GatheredRows {
  readonly #set: string;
  readonly #columns: readonly GatheredColumn[];
  readonly #order: RowOrder;
  /** The column by which rows are kept in time. */
  readonly #time: GatheredColumn | undefined;
  #lengths = new Uint32Array(64);
  /** Which row stands at each place. */
  #places = new Uint32Array(64);
  #kept = 0;
  #count = 0;
  #isMoved = false;
  /** Where the values stand by which the rows of the person are sorted: from and to, key by key, row by row. */
  #spans = new Uint32Array(64);

  constructor(set: SetSchema, columns: ReadonlyMap<string, GatheredColumn>, order: RowOrder) {
    this.#set = set.name;
    this.#columns = [...columns.values()];
    this.#order = order;
    this.#time = set.order === undefined ? undefined : columns.get(set.order.slice(set.name.length + 1));
  }

  /** Rows of the batch until now. */
  get count(): number {
    return this.#count;
  }

  /** A row begins. */
  open(row: number): void {
    const { length } = this.#order.keys;
    if (length === 0) return;
    const at = (row - this.#count) * length * 2;
    this.#spans = withRoom(this.#spans, at + length * 2);
    this.#spans.fill(0, at, at + length * 2);
  }

  /** The value between two places is that of a key by which the row is sorted. */
  sortBy(row: number, key: number, from: number, to: number): void {
    const at = ((row - this.#count) * this.#order.keys.length + key) * 2;
    this.#spans[at] = from;
    this.#spans[at + 1] = to;
  }

  /** The rows of a person are all there; `bytes` is what they were read from. */
  close(person: number, count: number, bytes: Uint8Array): void {
    const first = this.#count;
    const kept = Math.min(count, mostRows);
    this.#lengths = withRoom(this.#lengths, person + 1);
    this.#lengths[person] = kept;
    this.#places = withRoom(this.#places, this.#kept + kept);
    if (count === kept && this.#isInOrder(count, bytes)) {
      for (let row = first; row < first + count; row++) this.#places[this.#kept++] = row;
    } else {
      for (const row of this.#sorted(count, bytes)) {
        if (first + row !== this.#kept) this.#isMoved = true;
        this.#places[this.#kept++] = first + row;
      }
    }
    this.#count += count;
  }

  /** The bytes of a batch that the rows of so many people take. */
  bytesOf(people: number): number {
    if (this.#count === 0) return 0;
    return this.#columns.reduce((sum, column) => sum + column.bytesOf(this.#kept), roomFor(people * 4));
  }

  /** The rows of so many people; null when nobody has any. */
  take(people: number, memory: BatchMemory): RowsBatch | null {
    const rows = this.#kept;
    if (this.#count === 0) return null;
    const lengths = memory.u32(people);
    lengths.set(this.#lengths.subarray(0, people));
    const order = this.#isMoved ? this.#places : null;
    const columns = this.#columns.flatMap((column) => column.take(rows, order, memory) ?? []);
    this.#lengths.fill(0);
    this.#kept = 0;
    this.#count = 0;
    this.#isMoved = false;
    return { set: this.#set, lengths, columns };
  }

  #isInOrder(count: number, bytes: Uint8Array): boolean {
    for (let row = 1; row < count; row++) if (!(this.#compared(row - 1, row, bytes) <= 0)) return false;
    return true;
  }

  /** The rows of the person, from 0, in order. */
  #sorted(count: number, bytes: Uint8Array): readonly number[] {
    const rows = Array.from({ length: count }, (_, row) => row);
    let isPlain = count <= mostRows;
    if (isPlain) {
      rows.sort((a, b) => {
        const compared = this.#compared(a, b, bytes);
        if (Number.isNaN(compared)) isPlain = false;
        return compared;
      });
    }
    return isPlain ? rows : this.#sortedByValues(count, bytes);
  }

  #sortedByValues(count: number, bytes: Uint8Array): readonly number[] {
    const { keys } = this.#order;
    const rows = new Map<SourceRow, number>();
    for (let row = 0; row < count; row++) {
      const values = keys.flatMap(({ key }, place) => {
        const span = (row * keys.length + place) * 2;
        const to = this.#spans[span + 1] ?? 0;
        return to === 0 ? [] : [[key, valueOf(bytes, this.#spans[span] ?? 0, to)] as const];
      });
      rows.set(Object.fromEntries(values), row);
    }
    const sorted = this.#order.sort([...rows.keys()]).slice(0, mostRows);
    const places = sorted.map((row) => rows.get(row) ?? 0);
    const time = this.#time;
    const first = this.#count;
    return time ? places.sort((a, b) => time.at(first + a) - time.at(first + b)) : places;
  }

  /** Below 0 when the first of two rows of the person comes first, 0 when they tie; NaN where bytes do not tell. */
  #compared(a: number, b: number, bytes: Uint8Array): number {
    const time = this.#time;
    const first = this.#count;
    const later = time ? time.at(first + a) - time.at(first + b) : 0;
    if (later !== 0) return later;
    const { keys } = this.#order;
    const spans = this.#spans;
    for (let key = 0; key < keys.length; key++) {
      const own = (a * keys.length + key) * 2;
      const other = (b * keys.length + key) * 2;
      const to = spans[own + 1] ?? 0;
      const otherTo = spans[other + 1] ?? 0;
      if (to === 0 && otherTo === 0) continue;
      if (to === 0 || otherTo === 0) return to === 0 ? 1 : -1;
      const compared = comparedValues(bytes, spans[own] ?? 0, to, spans[other] ?? 0, otherTo);
      if (compared !== 0) return keys[key]?.descending ? -compared : compared;
    }
    return 0;
  }
}
