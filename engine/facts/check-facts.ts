import type { ColumnKind, ColumnSchema, DatasetSchema } from '../table/schema.ts';
import type { Fact, FactReader, PersonReader } from './fact.ts';

/** Any day will do. */
const someDay = 147_458;

/**
 * Throws when facts cannot be worked out: two of one name, columns, sets or facts that are not there or of another
 * kind, facts that need themselves. It is a mistake of who declares them, so it is told in English and all at once.
 */
export function checkFacts(schema: DatasetSchema, facts: readonly Fact[]): void {
  const check = new FactCheck(schema, facts);
  const wrong = check.run();
  if (wrong.length > 0) throw new Error(`facts that cannot be worked out: ${wrong.join('; ')}`);
}

class FactCheck {
  readonly #schema: DatasetSchema;
  readonly #columns: ReadonlyMap<string, ColumnSchema & { readonly of: string }>;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #declared: readonly Fact[];
  readonly #needs = new Map<string, Set<string>>();
  readonly #wrong: string[] = [];

  constructor(schema: DatasetSchema, facts: readonly Fact[]) {
    this.#schema = schema;
    this.#declared = facts;
    this.#facts = new Map(facts.map((fact) => [fact.name, fact]));
    this.#columns = new Map(
      schema.sets.flatMap((set) =>
        set.columns.map((column) => [column.name, { ...column, of: set.repeating ? set.name : '' }] as const),
      ),
    );
  }

  run(): readonly string[] {
    const seen = new Set<string>();
    for (const fact of this.#declared) {
      if (seen.has(fact.name)) this.#wrong.push(`${fact.name} is declared twice`);
      seen.add(fact.name);
      this.#declaration(fact);
      if (fact.of === 'person') fact.bind(this.#personReader(fact), someDay);
      else fact.bind(this.#reader(fact, fact.set), someDay);
    }
    for (const name of this.#needs.keys()) this.#circle(name, [name]);
    return this.#wrong;
  }

  #declaration(fact: Fact): void {
    if (this.#columns.has(fact.name)) this.#wrong.push(`${fact.name} is the name of a column`);
    if (
      fact.kind === 'code' &&
      fact.codes !== undefined &&
      !this.#schema.codes.some(({ id }) => id === fact.codes)
    ) {
      this.#wrong.push(`${fact.name} has codes of ${fact.codes}, which is no list`);
    }
    if (fact.of === 'row') this.#set(fact, fact.set);
  }

  #set(fact: Fact, name: string): void {
    const set = this.#schema.sets.find((one) => one.name === name);
    if (!set?.repeating) this.#wrong.push(`${fact.name} reads rows of ${name}, which has none`);
  }

  #column(fact: Fact, name: string, of: string, kinds: readonly ColumnKind[]): void {
    const column = this.#columns.get(name);
    if (!column) this.#wrong.push(`${fact.name} reads ${name}, which is not there`);
    else if (column.of !== of) this.#wrong.push(`${fact.name} reads ${name}, which is of other rows`);
    else if (!kinds.includes(column.kind))
      this.#wrong.push(`${fact.name} reads ${name}, which is a ${column.kind}`);
  }

  /** Notes what is asked for; reading itself gives nothing. */
  #reader(fact: Fact, of: string): FactReader {
    const nothing = (): null => null;
    return {
      dates: (name) => (this.#column(fact, name, of, ['date']), nothing),
      numbers: (name) => (this.#column(fact, name, of, ['number']), nothing),
      strings: (name) => (this.#column(fact, name, of, ['code', 'unit', 'text', 'paragraph']), nothing),
      units: (name) => (this.#column(fact, name, of, ['unit']), nothing),
      isAmong: (name) => (this.#column(fact, name, of, ['code']), () => false),
      passes: (name) => (this.#column(fact, name, of, ['code', 'text']), () => false),
      isHeld: ({ from, to, ended }) => {
        for (const name of [from, to]) this.#column(fact, name, of, ['date']);
        this.#column(fact, ended.column, of, ['code']);
        return () => false;
      },
      fact: (name) => (this.#need(fact, name, of), nothing),
    };
  }

  #personReader(fact: Fact): PersonReader {
    const walk = (set: string): void => this.#set(fact, set);
    return {
      ...this.#reader(fact, ''),
      rows: (set) => (walk(set), this.#reader(fact, set)),
      firstRow: (set) => (walk(set), () => 0),
      eachRow: walk,
      eachHeld: (set, span) => (walk(set), this.#reader(fact, set).isHeld(span), () => {}),
      eachStoredRow: walk,
      hasStored: (names) => {
        for (const name of names) this.#column(fact, name, '', ['code', 'unit', 'text']);
        return () => false;
      },
      storedDates: (name) => (this.#column(fact, name, '', ['date']), () => null),
    };
  }

  #need(fact: Fact, name: string, of: string): void {
    const needed = this.#facts.get(name);
    const needs = this.#needs.get(fact.name) ?? new Set();
    this.#needs.set(fact.name, needs.add(name));
    if (!needed) this.#wrong.push(`${fact.name} reads the fact ${name}, which is not there`);
    else if ((needed.of === 'row' ? needed.set : '') !== of) {
      this.#wrong.push(`${fact.name} reads the fact ${name}, which is of other rows`);
    }
  }

  /** Tells of a circle once, at its first fact. */
  #circle(start: string, way: readonly string[]): void {
    for (const next of this.#needs.get(way.at(-1) ?? start) ?? []) {
      if (next === start) {
        if (way.every((name) => start <= name))
          this.#wrong.push(`${[...way, start].join(' needs ')}, a circle`);
      } else if (!way.includes(next)) this.#circle(start, [...way, next]);
    }
  }
}
