import type { ColumnKind, ColumnSchema, DatasetSchema } from '../table/schema.ts';
import type { Fact } from './fact.ts';
import { readsOf } from './fact-reads.ts';

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
      const reads = readsOf(fact);
      for (const { set } of reads.walks) this.#set(fact, set);
      for (const { name, of, kinds } of reads.columns) this.#column(fact, name, of, kinds);
      for (const { name, of } of reads.facts) this.#need(fact, name, of);
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

  #need(fact: Fact, name: string, of: string): void {
    const needed = this.#facts.get(name);
    const needs = this.#needs.get(fact.name) ?? new Set();
    this.#needs.set(fact.name, needs.add(name));
    if (!needed) this.#wrong.push(`${fact.name} reads the fact ${name}, which is not there`);
    else if ((needed.of === 'row' ? needed.set : '') !== of) {
      this.#wrong.push(`${fact.name} reads the fact ${name}, which is of other rows`);
    } else if (fact.stepwise && !needed.stepwise)
      this.#wrong.push(`${fact.name} is stepwise and reads ${name}, which is not`);
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
