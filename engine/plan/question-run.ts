import { QuestionExpired, type Asking } from '../ask.ts';
import type { AsOf } from '../as-of/as-of.ts';
import type { DateKey } from '../column/date-key.ts';
import type { FactColumns } from '../facts/fact-columns.ts';
import type { KeptBitmaps } from '../kept/kept-bitmaps.ts';
import { readValues } from '../facts/read-column.ts';
import type { Pointer } from '../memory/arena.ts';
import type { ChildTable, Column, Dataset, KeyedColumn, Table } from '../table/dataset.ts';
import type { FieldReader, Scratch } from './context.ts';
import { evaluate } from './evaluate.ts';
import type { Catalogue } from './catalogue.ts';
import { keyRanges, type KeyRanges } from './key-ranges.ts';
import type { Condition, Population, Question } from './question.ts';
import { copyBits, type Mode, type Run } from './run.ts';

/** What all questions of an engine share. */
export interface RunMaterial {
  readonly dataset: Dataset;
  readonly scratch: Scratch;
  readonly tables: AsOf;
  readonly facts: FactColumns;
  readonly catalogue: Catalogue;
  readonly kept: KeptBitmaps;
  /** The unit column by which people are within reach. */
  readonly scopeColumn: string | undefined;
  /** The facts that say with the code 1 whom a population has. */
  readonly populations: Readonly<Partial<Record<Population, string>>>;
}

const yes = '1';

/** A question under way. */
export class QuestionRun implements Run {
  readonly dataset: Dataset;
  readonly scratch: Scratch;
  readonly asOf: DateKey;
  readonly #material: RunMaterial;
  readonly #asking: Asking;

  constructor(material: RunMaterial, asking: Asking) {
    this.dataset = material.dataset;
    this.scratch = material.scratch;
    this.asOf = asking.asOf;
    this.#material = material;
    this.#asking = asking;
  }

  /** Takes a bitmap of the people of a population within reach. */
  population(population: Population): Pointer {
    const { root } = this.dataset;
    const out = this.scratch.take(root.bitmapBytes);
    copyBits(this, root.live, out, root.bitmapBytes);
    this.#intersectScope(out);
    this.intersectPopulation(population, out);
    return out;
  }

  column(name: string): Column | undefined {
    return this.#sees(name) ? this.#resolve(name) : undefined;
  }

  need(name: string): Column {
    const column = this.column(name);
    if (!column) throw new Error('a question was not checked');
    return column;
  }

  known(name: string): Column | undefined {
    const { facts } = this.#material;
    return facts.fact(name) ? facts.known(name, this.asOf) : this.dataset.column(name);
  }

  read(name: string): FieldReader | undefined {
    const { facts, tables, catalogue } = this.#material;
    const field = this.#sees(name) ? catalogue.field(name) : undefined;
    if (!field || field.of !== '') return undefined;
    const column = tables.column(name, this.asOf);
    const at = column ? readValues(column, this.dataset.units) : facts.read(name, this.asOf);
    return at && { kind: field.kind, at };
  }

  child(set: string): ChildTable {
    const child = this.dataset.child(set);
    if (!child) throw new Error('a question was not checked');
    return child;
  }

  everyone(table: Table): Pointer {
    const set = this.dataset.set(table.name);
    return set ? this.#material.tables.visible(set, this.asOf) : table.live;
  }

  saved(id: string): Question {
    return this.#asking.saved?.(id) ?? {};
  }

  evaluate(condition: Condition, table: Table, out: Pointer, mode: Mode): void {
    evaluate(this, condition, table, out, mode);
  }

  match(column: KeyedColumn, ranges: KeyRanges, out: Pointer, mode: Mode): void {
    this.#material.kept.match(this, column, ranges, this.asOf, out, mode);
  }

  intersectPopulation(population: Population, out: Pointer): void {
    const fact = this.#material.populations[population];
    const column = fact === undefined ? undefined : this.#resolve(fact);
    if (column?.kind !== 'code') return;
    const key = column.dictionary.keyOf(yes);
    const keys = key === undefined ? [] : keyRanges([[key, key]]);
    this.match(column, keys, out, 1);
  }

  expired(): void {
    if (this.#asking.expired?.()) throw new QuestionExpired('the time of a question ran out');
  }

  /** Whoever has no unit is within reach only of who reaches everything. What is reached does not depend on the date. */
  #intersectScope(out: Pointer): void {
    const { scope } = this.#asking;
    if (scope === null) return;
    const { scopeColumn } = this.#material;
    const column = scopeColumn === undefined ? undefined : this.dataset.column(scopeColumn);
    const ranges: [number, number][] = [];
    for (const id of scope) {
      const key = this.dataset.units.keyOf(id);
      if (key !== undefined) ranges.push([key, this.dataset.units.lastOf(key)]);
    }
    if (column?.kind !== 'unit')
      throw new Error('people are within reach by a unit column, and there is none');
    this.match(column, keyRanges(ranges), out, 1);
  }

  #sees(name: string): boolean {
    return this.#material.catalogue.sees(name, this.#asking.hideSensitive);
  }

  #resolve(name: string): Column | undefined {
    return this.#material.tables.column(name, this.asOf) ?? this.#material.facts.column(name, this.asOf);
  }
}
