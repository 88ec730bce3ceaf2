import type { Kernel } from '../kernel/kernel.ts';
import type { Arena } from '../memory/arena.ts';
import { roomFor } from '../memory/room.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import { ChildRows } from './child-rows.ts';
import { Dictionaries, makeColumn, type ColumnMaterial, type StoredColumn } from './column-factory.ts';
import type { Column } from './dataset.ts';
import type { PeopleBatch } from './loading/people-batch.ts';
import type {
  DatasetOptions,
  DatasetPatch,
  MemoryPart,
  MutableDataset,
  SavedDataset,
} from './mutable-dataset.ts';
import { isUuid, PersonIds } from './person-ids.ts';
import { PersonRows } from './person-rows.ts';
import type { DatasetSchema, SetSchema } from './schema.ts';
import type { SourcePerson, SourceRow, SourceUnit } from './source.ts';
import { UnitList } from './unit-list.ts';

const noRows: readonly SourceRow[] = [];

type Listener = (rows: readonly number[], unitsChanged: boolean) => void;

export class StoredDataset implements MutableDataset {
  readonly schema: DatasetSchema;
  readonly arena: Arena;
  readonly kernel: Kernel;
  readonly root: PersonRows;
  readonly units = new UnitList();
  readonly #ids: PersonIds;
  readonly #sets: ReadonlyMap<string, SetSchema>;
  readonly #children = new Map<string, ChildRows>();
  readonly #columns = new Map<string, StoredColumn>();
  readonly #dictionaries: Dictionaries;
  readonly #listeners = new Set<Listener>();
  #version = 1;
  /** So many people are announced. */
  #expected = 0;

  constructor(
    schema: DatasetSchema,
    arena: Arena,
    kernel: Kernel,
    options: DatasetOptions,
    saved?: SavedDataset,
  ) {
    this.schema = schema;
    this.arena = arena;
    this.kernel = kernel;
    this.#sets = new Map(schema.sets.map((set) => [set.name, set]));
    this.#dictionaries = new Dictionaries(schema.codes, saved?.dictionaries);
    this.#ids = new PersonIds(arena, saved?.ids);
    this.root = new PersonRows(arena, '', saved?.root);
    if (saved) {
      this.units.load(saved.units);
      for (const id of saved.strays) this.units.add(id);
    }
    const material = { arena, kernel, units: this.units, rules: options, dictionaries: this.#dictionaries };
    for (const set of schema.sets) this.#addSet(set, material, saved);
    this.root.capacityFor = (rows) => (rows <= this.#expected ? this.#expected : roomFor(rows));
  }

  get version(): number {
    return this.#version;
  }

  child(set: string): ChildRows | undefined {
    return this.#children.get(set);
  }

  column(name: string): Column | undefined {
    return this.#columns.get(name);
  }

  set(name: string): SetSchema | undefined {
    return this.#sets.get(name);
  }

  rowOf(id: string): number | undefined {
    const row = this.#ids.rowOf(id);
    return row !== undefined && this.root.isLive(row) ? row : undefined;
  }

  idOf(row: number): string {
    return this.#ids.idOf(row);
  }

  onPatched(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  reserve(people: number): void {
    this.#expected = people;
    // Somewhat more, so that the first new people find room.
    const capacity = Math.ceil(people * 1.02) + 64;
    this.#ids.reserve(capacity);
    this.#reservePeople(capacity);
  }

  loadUnits(units: readonly SourceUnit[]): void {
    const moved = this.units.load(units);
    if (!moved) return;
    for (const column of this.#columns.values()) {
      if (column.kind === 'unit') column.move(moved, this.units.size - 1);
    }
  }

  append(people: Iterable<SourcePerson>): void {
    for (const person of people) this.#put(person);
  }

  load({ ids, columns, rows }: PeopleBatch): void {
    const first = this.root.rows;
    for (const [at, id] of ids.entries()) {
      if (this.#ids.add(id) !== first + at) throw new Error('somebody is to be loaded who is there already');
    }
    this.root.addRows(ids.length);
    this.root.load(first, columns);
    for (const child of this.#children.values()) child.reservePeople(this.root.capacity);
    for (const batch of rows) this.#children.get(batch.set)?.load(first, batch);
    this.root.setLive(first, ids.length, true);
  }

  patch({ changed, removed, units }: DatasetPatch): void {
    for (const { id } of changed) if (!isUuid(id)) throw new TypeError('the id of a person is not a UUID');
    if (units) this.loadUnits(units);
    const rows = new Set<number>();
    for (const person of changed) rows.add(this.#put(person));
    for (const id of removed) {
      const row = this.rowOf(id);
      if (row === undefined) continue;
      this.#write(row, {});
      this.root.setLive(row, 1, false);
      rows.add(row);
    }
    this.#changed([...rows], units !== undefined);
  }

  *finish(): Generator<void, void> {
    yield* this.maintain();
  }

  *maintain(): Generator<void, void> {
    yield* this.#growAhead();
    for (const child of this.#children.values()) {
      if (!child.isWorn) continue;
      child.closeUp(this.root.rows);
      this.#changed([], false);
      yield;
    }
    for (const column of this.#columns.values()) {
      if (column.kind === 'paragraph' && column.paragraphs.isIndexDue) yield* column.paragraphs.buildIndex();
    }
  }

  save(block: SaveBlock): SavedDataset {
    return {
      units: this.units.listed,
      strays: this.units.strays,
      dictionaries: this.#dictionaries.save(),
      ids: this.#ids.save(block),
      root: this.root.saveTable(block),
      children: Object.fromEntries([...this.#children].map(([name, child]) => [name, child.save(block)])),
      columns: Object.fromEntries([...this.#columns].map(([name, column]) => [name, column.save(block)])),
    };
  }

  memoryParts(): readonly MemoryPart[] {
    return [
      { name: 'ids', save: (block) => this.#ids.save(block) },
      { name: 'people', save: (block) => this.root.saveTable(block) },
      ...[...this.#children].map(([name, child]) => ({
        name,
        save: (block: SaveBlock) => child.save(block),
      })),
      ...[...this.#columns].map(([name, column]) => ({
        name,
        save: (block: SaveBlock) => column.save(block),
      })),
    ];
  }

  #changed(rows: readonly number[], unitsChanged: boolean): void {
    this.#version++;
    for (const listener of this.#listeners) listener(rows, unitsChanged);
  }

  /** Makes room that will be needed soon, column by column, so that no patch has to. */
  *#growAhead(): Generator<void, void> {
    while (this.root.growAhead()) yield;
    for (const child of this.#children.values()) {
      if (child.people < this.root.capacity) {
        child.reservePeople(this.root.capacity);
        yield;
      }
      while (child.growAhead()) yield;
    }
  }

  #addSet(set: SetSchema, material: ColumnMaterial, saved: SavedDataset | undefined): void {
    const child = set.repeating
      ? new ChildRows(this.arena, set, this.root.capacity, saved?.children[set.name])
      : undefined;
    if (child) {
      this.#children.set(set.name, child);
      child.capacityFor = (rows) => this.#childCapacity(rows);
    }
    const table = child ?? this.root;
    for (const schema of set.columns) {
      const place = { schema, set, table };
      const column = makeColumn(place, table.capacity, material, saved?.columns[schema.name]);
      this.#columns.set(schema.name, column);
      table.addColumn(column);
    }
  }

  /** By the rows a person until now when it is known how many people come. */
  #childCapacity(rows: number): number {
    const people = this.root.rows;
    if (people < 256 || this.#expected <= people) return roomFor(rows);
    return Math.max(64, Math.ceil(rows * 1.05), Math.ceil((rows / people) * this.#expected * 1.03));
  }

  #reservePeople(capacity: number): void {
    this.root.reserve(capacity);
    for (const child of this.#children.values()) child.reservePeople(capacity);
  }

  #put(person: SourcePerson): number {
    const row = this.#ids.add(person.id);
    if (row === this.root.rows) {
      this.root.addRows(1);
      for (const child of this.#children.values()) {
        if (row >= child.people) child.reservePeople(this.root.capacity);
      }
    }
    this.#write(row, person.sets);
    this.root.setLive(row, 1, true);
    return row;
  }

  #write(row: number, sets: SourcePerson['sets']): void {
    this.root.write(row, sets);
    for (const child of this.#children.values()) child.write(row, sets[child.name] ?? noRows);
  }
}
