import type { AsOf } from '../as-of/as-of.ts';
import type { Derived, DerivedCache } from '../as-of/derived-cache.ts';
import { CodeKeys } from '../column/code-dictionary.ts';
import type { DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import { copyBits, type Work } from '../plan/run.ts';
import type { Column, Table } from '../table/dataset.ts';
import type { SetSchema } from '../table/schema.ts';
import { PooledTexts, type TextRules } from '../text/text-pool.ts';
import { columnReader, personReader, type ReaderMaterial } from './column-reader.ts';
import type { Fact, FactValue, RowFact } from './fact.ts';
import { factDates, type FactDates } from './fact-dates.ts';
import { FactWriter, noValue, type FactPlace } from './fact-writer.ts';
import { readValues } from './read-column.ts';
import { addTurned } from './turned-rows.ts';

type ReadFact = (row: number) => FactValue;

/** Rows worked out between two looks at the clock. */
const chunkRows = 8192;

/** Facts of the person stand in the root table without being of a set. */
const ofPeople: SetSchema = { name: '', label: '', repeating: false, columns: [] };

/** Facts as columns: worked out for everybody when they are first asked for on a date, and kept up to date. */
export class FactColumns {
  readonly #work: Work;
  readonly #tables: AsOf;
  readonly #cache: DerivedCache;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #rules: TextRules;
  readonly #places = new Map<string, FactPlace>();
  readonly #dictionaries = new Map<string, CodeKeys>();
  /** The dates of stepwise facts, and the days on which facts have been worked out. */
  readonly #dates = new Map<string, FactDates>();
  readonly #days = new Map<string, Set<DateKey>>();
  /** Rows that are being worked out, and their values: one fact at a time. */
  readonly #rows = new Uint32Array(chunkRows);
  readonly #values = new Int32Array(chunkRows);
  /** Facts that are read row by row, by date and name. */
  readonly #readers = new Map<DateKey, Map<string, ReadFact>>();
  /** Which rows are held, by date. */
  readonly #held = new Map<DateKey, Map<string, Uint8Array<ArrayBuffer>>>();

  constructor(work: Work, tables: AsOf, cache: DerivedCache, facts: readonly Fact[], rules: TextRules) {
    this.#work = work;
    this.#tables = tables;
    this.#cache = cache;
    this.#facts = new Map(facts.map((fact) => [fact.name, fact]));
    this.#rules = rules;
  }

  fact(name: string): Fact | undefined {
    return this.#facts.get(name);
  }

  dictionaryOf(name: string): CodeKeys | undefined {
    const fact = this.#facts.get(name);
    return fact && this.#placeOf(fact).dictionary;
  }

  /** The column of a fact if it has been worked out for the date. */
  known(name: string, asOf: DateKey): Column | undefined {
    return this.#known(name, asOf)?.column;
  }

  column(name: string, asOf: DateKey): Column | undefined {
    const known = this.known(name, asOf);
    const fact = this.#facts.get(name);
    if (known || !fact) return known;
    const column = this.#compute(fact, asOf);
    this.#cache.put(keyOf(name, asOf), column);
    const days = this.#days.get(name) ?? new Set();
    this.#days.set(name, days.add(asOf));
    return column.column;
  }

  /** Reads a fact row by row, without working it out for everybody. */
  read(name: string, asOf: DateKey): ReadFact | undefined {
    const fact = this.#facts.get(name);
    if (!fact) return undefined;
    const known = this.known(name, asOf);
    return known ? readValues(known, this.#work.dataset.units) : this.#direct(fact, asOf);
  }

  #heldOn(asOf: DateKey): Map<string, Uint8Array<ArrayBuffer>> {
    const held = this.#held.get(asOf) ?? new Map<string, Uint8Array<ArrayBuffer>>();
    this.#held.set(asOf, held);
    return held;
  }

  /** Readers are good until the data changes or what was worked out is given up. */
  forgetReaders(): void {
    this.#readers.clear();
    this.#held.clear();
  }

  #known(name: string, asOf: DateKey): FactColumn | undefined {
    return this.#cache.get<FactColumn>(keyOf(name, asOf));
  }

  #direct(fact: Fact, asOf: DateKey): ReadFact {
    const readers = this.#readers.get(asOf) ?? new Map<string, ReadFact>();
    this.#readers.set(asOf, readers);
    const known = readers.get(fact.name);
    if (known) return known;
    const bound = this.#bind(fact, asOf, (name) => this.#direct(this.#need(name), asOf));
    const read = fact.of === 'row' ? this.#masked(fact, asOf, bound) : bound;
    readers.set(fact.name, read);
    return read;
  }

  /** Facts of rows that are not visible are not known, as in the column. */
  #masked(fact: RowFact, asOf: DateKey, read: ReadFact): ReadFact {
    const { arena } = this.#work.dataset;
    const { set, table } = this.#placeOf(fact);
    if (!set.visible) return read;
    const pointer = this.#tables.visible(set, asOf);
    let bits = arena.u8(pointer, table.bitmapBytes);
    return (row) => {
      if (bits.length === 0) bits = arena.u8(pointer, table.bitmapBytes);
      return (((bits[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 1 ? read(row) : null;
    };
  }

  /**
   * Works a fact out for all rows that are visible, a stepwise one from the nearest day on which it is known; what it needs
   * of other facts is worked out before.
   */
  #compute(fact: Fact, asOf: DateKey): FactColumn {
    const { dataset, scratch } = this.#work;
    const { kernel } = dataset;
    const place = this.#placeOf(fact);
    const { bitmapBytes } = place.table;
    const near = this.#nearest(fact, asOf);
    const writer = new FactWriter(dataset, place, near?.column.writer);
    const rows = scratch.take(bitmapBytes);
    const visible = this.#visible(fact, place.table, asOf);
    try {
      if (near) {
        this.#turned(fact, place.table, near.day, asOf, rows);
        const hidden = scratch.take(bitmapBytes);
        kernel.andNot(rows, visible, hidden, bitmapBytes);
        this.#eachChunk(hidden, bitmapBytes, (list) => writer.clear(list));
        scratch.give(hidden, bitmapBytes);
        kernel.and(rows, visible, rows, bitmapBytes);
      } else copyBits(this.#work, visible, rows, bitmapBytes);
      if (kernel.count(rows, bitmapBytes) > 0) this.#fill(fact, asOf, writer, rows, bitmapBytes);
    } catch (error) {
      // The time of the question ran out.
      writer.free();
      throw error;
    }
    scratch.give(rows, bitmapBytes);
    writer.finish();
    return new FactColumn(this.#work, place, writer, {
      read: () => this.#direct(fact, asOf),
      visible: () => this.#visible(fact, place.table, asOf),
    });
  }

  #fill(fact: Fact, asOf: DateKey, writer: FactWriter, rows: Pointer, bytes: number): void {
    const { units } = this.#work.dataset;
    const read = this.#bind(
      fact,
      asOf,
      (name) => {
        const column = this.column(this.#need(name).name, asOf);
        if (!column) throw new Error(`${name} is no fact`);
        return readValues(column, units);
      },
      { work: this.#work, held: this.#heldOn(asOf) },
    );
    const values = this.#values;
    this.#eachChunk(rows, bytes, (list) => {
      for (let index = 0; index < list.length; index++) {
        const value = read(list[index] ?? 0);
        values[index] = value === null ? noValue : writer.raw(value);
      }
      writer.fill(list, values);
    });
  }

  /** Hands out the rows of a bitmap, some thousand at once. */
  #eachChunk(bits: Pointer, bytes: number, visit: (rows: Uint32Array) => void): void {
    const { dataset, scratch } = this.#work;
    const list = scratch.take(chunkRows * 4);
    const rows = this.#rows;
    let many = chunkRows;
    for (let from = 0; many === chunkRows; from = (rows[many - 1] ?? 0) + 1) {
      many = dataset.kernel.positions(bits, bytes, from, chunkRows, list);
      // A copy: whoever reads may make memory grow.
      rows.set(dataset.arena.u32(list, many));
      visit(rows.subarray(0, many));
      this.#work.expired();
    }
    scratch.give(list, chunkRows * 4);
  }

  /** A stepwise fact on the day nearest to a date that is still known. */
  #nearest(fact: Fact, asOf: DateKey): { readonly day: DateKey; readonly column: FactColumn } | undefined {
    const days = fact.stepwise ? this.#days.get(fact.name) : undefined;
    while (days && days.size > 0) {
      let nearest = Number.POSITIVE_INFINITY;
      for (const day of days) if (Math.abs(day - asOf) < Math.abs(nearest - asOf)) nearest = day;
      const column = this.#known(fact.name, nearest);
      if (column) return { day: nearest, column };
      // It was given up meanwhile.
      days.delete(nearest);
    }
    return undefined;
  }

  /** Writes the rows whose values may differ on two days, and others that are not visible on the second. */
  #turned(fact: Fact, table: Table, near: DateKey, asOf: DateKey, out: Pointer): void {
    const { dataset } = this.#work;
    const dates = this.#dates.get(fact.name) ?? factDates(dataset, fact, (name) => this.#facts.get(name));
    this.#dates.set(fact.name, dates);
    const columns = [
      ...dates.columns.map((name) => dataset.column(name)),
      ...dates.facts.map((name) => this.column(name, asOf)),
    ];
    dataset.arena.u8(out, table.bitmapBytes).fill(0);
    addTurned(
      this.#work,
      table,
      columns.filter((column) => column !== undefined),
      near,
      asOf,
      out,
    );
  }

  #bind(
    fact: Fact,
    asOf: DateKey,
    readFact: (name: string) => ReadFact,
    forAll?: ReaderMaterial['forAll'],
  ): ReadFact {
    const material: ReaderMaterial = {
      dataset: this.#work.dataset,
      tables: this.#tables,
      asOf,
      fact: readFact,
      forAll,
    };
    return fact.of === 'person'
      ? fact.bind(personReader(material), asOf)
      : fact.bind(columnReader(material), asOf);
  }

  #visible(fact: Fact, table: Table, asOf: DateKey): Pointer {
    const set = fact.of === 'row' ? this.#work.dataset.set(fact.set) : undefined;
    return set ? this.#tables.visible(set, asOf) : table.live;
  }

  #need(name: string): Fact {
    const fact = this.#facts.get(name);
    if (!fact) throw new Error(`a fact reads the fact ${name}, which is not there`);
    return fact;
  }

  #placeOf(fact: Fact): FactPlace {
    const known = this.#places.get(fact.name);
    if (known) return known;
    const { dataset } = this.#work;
    const { name, label, kind, codes, sensitive } = fact;
    const set = fact.of === 'row' ? dataset.set(fact.set) : undefined;
    const place: FactPlace = {
      fact,
      schema: { name, label, kind, codes, sensitive },
      set: set ?? ofPeople,
      table: (fact.of === 'row' ? dataset.child(fact.set) : undefined) ?? dataset.root,
      dictionary: kind === 'code' ? this.#dictionary(codes) : undefined,
      pool: kind === 'text' ? new PooledTexts(dataset.arena, dataset.kernel, this.#rules) : undefined,
    };
    this.#places.set(name, place);
    return place;
  }

  #dictionary(list: string | undefined): CodeKeys {
    const known = list === undefined ? undefined : this.#dictionaries.get(list);
    if (known) return known;
    const dictionary = new CodeKeys(this.#work.dataset.schema.codes.find(({ id }) => id === list));
    if (list !== undefined) this.#dictionaries.set(list, dictionary);
    return dictionary;
  }
}

function keyOf(name: string, asOf: DateKey): string {
  return `fact ${name} ${asOf}`;
}

/** A fact on a date. */
class FactColumn implements Derived {
  readonly rank = 2;
  readonly #work: Work;
  readonly #place: FactPlace;
  readonly writer: FactWriter;
  readonly #source: { read(): ReadFact; visible(): Pointer };
  readonly #layout: number;

  constructor(
    work: Work,
    place: FactPlace,
    writer: FactWriter,
    source: { read(): ReadFact; visible(): Pointer },
  ) {
    this.#work = work;
    this.#place = place;
    this.writer = writer;
    this.#source = source;
    this.#layout = place.table.layout;
  }

  get column(): Column {
    return this.writer.column;
  }

  get isCurrent(): boolean {
    return this.#place.table.layout === this.#layout;
  }

  get bytes(): number {
    return this.writer.bytes;
  }

  patch(people: readonly number[]): boolean {
    const { table } = this.#place;
    const { arena } = this.#work.dataset;
    const read = this.#source.read();
    const pointer = this.#source.visible();
    let bits = arena.u8(pointer, table.bitmapBytes);
    return this.#rowsOf(people).every((row) => {
      if (bits.length === 0) bits = arena.u8(pointer, table.bitmapBytes);
      const visible = (((bits[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 1;
      return this.writer.put(row, visible ? this.writer.raw(read(row)) : noValue);
    });
  }

  free(): void {
    this.writer.free();
  }

  /** The rows of these people in the table of the fact. */
  #rowsOf(people: readonly number[]): readonly number[] {
    const { arena, root } = this.#work.dataset;
    const child = this.#work.dataset.child(this.#place.table.name);
    if (!child) return people;
    const start = arena.u32(child.start, root.rows);
    const length = arena.u16(child.length, root.rows);
    return people.flatMap((person) =>
      Array.from({ length: length[person] ?? 0 }, (_, at) => (start[person] ?? 0) + at),
    );
  }
}
