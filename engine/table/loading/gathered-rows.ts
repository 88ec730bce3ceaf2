import { mostRows } from '../child-rows.ts';
import type { SetSchema } from '../schema.ts';
import type { SourceRow } from '../source.ts';
import { valueOf, type GatheredColumn } from './gathered-column.ts';
import { withRoom } from './gathered-texts.ts';
import type { RowsBatch } from './people-batch.ts';

const quote = 0x22;
const backslash = 0x5c;
const zero = 0x30;

/** How the rows of a set stand before the tables put them in the order of time. */
export interface RowOrder {
  /** Keys of the values that decide, the first first. */
  readonly keys: readonly { readonly key: string; readonly descending: boolean }[];
  /** Sorts rows that have these values alone; rows that tie keep their order. */
  sort(rows: readonly SourceRow[]): readonly SourceRow[];
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
  #spans: number[] = [];

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
    if (row === this.#count) this.#spans.length = 0;
    for (let key = 0; key < this.#order.keys.length; key++) this.#spans.push(0, 0);
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
    this.#count += count;
    const kept = Math.min(count, mostRows);
    this.#lengths = withRoom(this.#lengths, person + 1);
    this.#lengths[person] = kept;
    this.#places = withRoom(this.#places, this.#kept + kept);
    if (count === kept && this.#isInOrder(first, count, bytes)) {
      for (let row = first; row < first + count; row++) this.#places[this.#kept++] = row;
      return;
    }
    for (const row of this.#sorted(first, count, bytes)) {
      if (row !== this.#kept) this.#isMoved = true;
      this.#places[this.#kept++] = row;
    }
  }

  /** The rows of so many people; null when nobody has any. */
  take(people: number): RowsBatch | null {
    const rows = this.#kept;
    if (this.#count === 0) return null;
    const lengths = new Uint32Array(people);
    lengths.set(this.#lengths.subarray(0, people));
    const order = this.#isMoved ? this.#places : null;
    const columns = this.#columns.flatMap((column) => column.take(rows, order) ?? []);
    this.#lengths.fill(0);
    this.#kept = 0;
    this.#count = 0;
    this.#isMoved = false;
    return { set: this.#set, lengths, columns };
  }

  /** One after the other in time, so that nothing is left to decide. */
  #isInOrder(first: number, count: number, bytes: Uint8Array): boolean {
    if (count < 2) return true;
    const time = this.#time;
    if (!time && this.#order.keys.length === 0) return true;
    for (let index = 1; index < count; index++) {
      const later = time ? time.at(first + index) - time.at(first + index - 1) : 0;
      if (later < 0 || (later === 0 && !this.#isBehind(index, bytes))) return false;
    }
    return true;
  }

  /** Is it plain to see that a row stands behind the one before it, among rows of the same time? */
  #isBehind(index: number, bytes: Uint8Array): boolean {
    const [key] = this.#order.keys;
    const step = this.#order.keys.length * 2;
    const spans = this.#spans;
    const before = spans[(index - 1) * step] ?? 0;
    const beforeEnd = spans[(index - 1) * step + 1] ?? 0;
    const own = spans[index * step] ?? 0;
    const ownEnd = spans[index * step + 1] ?? 0;
    const length = ownEnd - own;
    if (!key || length === 0 || length !== beforeEnd - before) return false;
    if (!isPlain(bytes, own, ownEnd) || !isPlain(bytes, before, beforeEnd)) return false;
    let at = 0;
    while (at < length && bytes[own + at] === bytes[before + at]) at++;
    const compared = (bytes[own + at] ?? 0) - (bytes[before + at] ?? 0);
    return at < length && (key.descending ? compared < 0 : compared > 0);
  }

  #sorted(first: number, count: number, bytes: Uint8Array): readonly number[] {
    const { keys } = this.#order;
    const rows = new Map<SourceRow, number>();
    for (let index = 0; index < count; index++) {
      const values = keys.flatMap(({ key }, place) => {
        const span = (index * keys.length + place) * 2;
        const to = this.#spans[span + 1] ?? 0;
        return to === 0 ? [] : [[key, valueOf(bytes, this.#spans[span] ?? 0, to)] as const];
      });
      rows.set(Object.fromEntries(values), first + index);
    }
    const sorted = this.#order.sort([...rows.keys()]).slice(0, mostRows);
    const places = sorted.map((row) => rows.get(row) ?? first);
    const time = this.#time;
    return time ? places.sort((a, b) => time.at(a) - time.at(b)) : places;
  }
}

/** A string of ASCII without escapes, or digits: of two that are as long, bytes tell which comes first. */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  const lead = bytes[from] ?? 0;
  if (lead !== quote && (lead < zero || lead > zero + 9)) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 || byte === backslash || (lead !== quote && (byte < zero || byte > zero + 9)))
      return false;
  }
  return true;
}
