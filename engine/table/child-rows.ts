import type { ColumnWriter } from '../column/stored-column.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { ChildTable } from './dataset.ts';
import type { RowsBatch } from './loading/people-batch.ts';
import type { SetSchema } from './schema.ts';
import type { SourceRow } from './source.ts';
import { StoredTable, type SavedTable } from './stored-table.ts';

/** As many as a length of two bytes can say; rows beyond are not kept. */
export const mostRows = 65_535;
/** Rows that are nobody's are left out when they are more than this, and more than this share of all. */
const leastWorn = 256;
const wornShare = 0.3;
const none32 = new Uint32Array(0);
const none16 = new Uint16Array(0);

export interface SavedChildRows {
  readonly table: SavedTable;
  readonly people: number;
  readonly start: Pointer;
  readonly length: Pointer;
}

/** The rows of a repeating set: those of a person together, oldest first. */
export class ChildRows extends StoredTable implements ChildTable {
  readonly set: SetSchema;
  /** People for whom there is room. */
  #people: number;
  #start: Pointer;
  #length: Pointer;
  #starts = none32;
  #lengths = none16;
  #order: { readonly key: string; readonly column: ColumnWriter } | undefined;

  constructor(arena: Arena, set: SetSchema, people: number, saved?: SavedChildRows) {
    super(arena, set.name, saved?.table);
    this.set = set;
    this.#people = saved?.people ?? people;
    this.#start = saved?.start ?? arena.allocate(people * 4);
    this.#length = saved?.length ?? arena.allocate(people * 2);
  }

  get start(): Pointer {
    return this.#start;
  }

  get length(): Pointer {
    return this.#length;
  }

  get people(): number {
    return this.#people;
  }

  /** Are there so many dead rows that closing up is worth it? */
  get isWorn(): boolean {
    const dead = this.rows - this.liveRows;
    return dead > leastWorn && dead > this.rows * wornShare;
  }

  /** Leaves the dead rows out and puts the others in the order of the people. */
  closeUp(people: number): void {
    const starts = this.arena.u32(this.#start, people);
    const lengths = this.arena.u16(this.#length, people);
    const from = new Uint32Array(this.liveRows);
    let rows = 0;
    for (let person = 0; person < people; person++) {
      const first = starts[person] ?? 0;
      const count = lengths[person] ?? 0;
      starts[person] = count === 0 ? 0 : rows;
      for (let at = 0; at < count; at++) from[rows++] = first + at;
    }
    this.renumber(from);
  }

  override addColumn(column: ColumnWriter): void {
    super.addColumn(column);
    if (column.schema.name === this.set.order) this.#order = this.columns.at(-1);
  }

  reservePeople(people: number): void {
    if (people <= this.#people) return;
    this.#start = this.arena.resize(this.#start, this.#people * 4, people * 4);
    this.#length = this.arena.resize(this.#length, this.#people * 2, people * 2);
    this.#starts = none32;
    this.#lengths = none16;
    this.#people = people;
  }

  /** Gives a person these rows instead of those that were there. */
  write(person: number, rows: readonly SourceRow[]): void {
    if (this.#starts.length === 0) {
      this.#starts = this.arena.u32(this.#start, this.#people);
      this.#lengths = this.arena.u16(this.#length, this.#people);
    }
    const before = this.#lengths[person] ?? 0;
    if (before === 0 && rows.length === 0) return;
    const sorted = this.#sort(rows.length > mostRows ? rows.slice(0, mostRows) : rows);
    const count = sorted.length;
    const old = this.#starts[person] ?? 0;
    const first = this.#placeFor(old, before, count);
    this.#fill(first, sorted);
    if (first !== old) this.#empty(old, before);
    else if (count < before) this.#empty(first + count, before - count);
    this.setLive(first, count, true);
    // Columns that grew may have moved the memory.
    if (this.#starts.length === 0) {
      this.#starts = this.arena.u32(this.#start, this.#people);
      this.#lengths = this.arena.u16(this.#length, this.#people);
    }
    this.#starts[person] = count === 0 ? 0 : first;
    this.#lengths[person] = count;
  }

  /** Gives the rows of a batch to new people, the first of whom is `person`. */
  load(person: number, { lengths, columns }: RowsBatch): void {
    let count = 0;
    for (const own of lengths) count += own;
    const first = this.addRows(count);
    this.loadColumns(first, columns);
    this.setLive(first, count, true);
    const starts = this.arena.u32(this.#start, this.#people);
    starts.set(placesOf(first, lengths), person);
    this.arena.u16(this.#length, this.#people).set(lengths, person);
  }

  save(block: SaveBlock): SavedChildRows {
    return {
      table: this.saveTable(block),
      people: this.#people,
      start: block(this.#start, this.#people * 4),
      length: block(this.#length, this.#people * 2),
    };
  }

  /** Where they were when they fit or are the last; else at the end. */
  #placeFor(old: number, before: number, count: number): number {
    if (before === 0) return this.addRows(count);
    if (count <= before) return old;
    if (old + before !== this.rows) return this.addRows(count);
    this.addRows(count - before);
    return old;
  }

  #fill(first: number, rows: readonly SourceRow[]): void {
    for (const { key, column } of this.columns) {
      for (let at = 0; at < rows.length; at++) column.write(first + at, rows[at]?.[key]);
    }
  }

  /** Nothing stays in rows that are nobody's. */
  #empty(first: number, count: number): void {
    this.setLive(first, count, false);
    for (const { column } of this.columns) {
      for (let row = first; row < first + count; row++) column.write(row, undefined);
    }
  }

  #sort(rows: readonly SourceRow[]): readonly SourceRow[] {
    const order = this.#order;
    if (!order || rows.length < 2) return rows;
    let last = 0;
    for (const row of rows) {
      const place = order.column.place(row[order.key]);
      if (place < last) {
        const placed = rows.map((one) => ({ one, place: order.column.place(one[order.key]) }));
        return placed.sort((a, b) => a.place - b.place).map(({ one }) => one);
      }
      last = place;
    }
    return rows;
  }
}

/** Where the rows of each person begin; 0 for whom there are none. */
function placesOf(first: number, lengths: Uint32Array): Uint32Array {
  let next = first;
  return lengths.map((length) => {
    next += length;
    return length === 0 ? 0 : next - length;
  });
}
