import { BadQuestion, type Asking, type Found } from './ask.ts';
import { AsOf } from './as-of/as-of.ts';
import { DerivedCache } from './as-of/derived-cache.ts';
import { partOf, type DateKey } from './column/date-key.ts';
import { checkFacts } from './facts/check-facts.ts';
import type { Fact } from './facts/fact.ts';
import { FactColumns } from './facts/fact-columns.ts';
import { KeptBitmaps } from './kept/kept-bitmaps.ts';
import { Catalogue } from './plan/catalogue.ts';
import { checkQuestion } from './plan/check-question.ts';
import { countNodes } from './plan/count-nodes.ts';
import { QuestionRun, type RunMaterial } from './plan/question-run.ts';
import type { QuestionProblem } from './plan/question.ts';
import type { Work } from './plan/run.ts';
import { ScratchPool } from './plan/scratch-pool.ts';
import type { Column, Dataset } from './table/dataset.ts';
import type { TextRules } from './text/text-pool.ts';
import { createFound } from './verbs/found.ts';

export interface EngineOptions {
  /** The unit column of people by which they are within somebody's reach. Without it nobody may ask with a scope. */
  readonly scopeColumn?: string | undefined;
  /** The code facts or columns that say with 1 who is 在册 and who 在职. A population without one is everybody. */
  readonly populations?: { readonly current?: string; readonly serving?: string } | undefined;
  /** Bytes that columns worked out for a date may take between questions; 192 MiB when it is missing. */
  readonly derivedBytes?: number | undefined;
  /** Bytes that bitmaps of conditions may take between questions; a third of the derived bytes when it is missing. */
  readonly keptBytes?: number | undefined;
  /** How texts of facts are sorted. */
  readonly texts?: TextRules | undefined;
}

/** Asks questions of a dataset. A whole question sees one version of the data. */
export interface Engine {
  readonly dataset: Dataset;
  readonly facts: readonly Fact[];
  /**
   * Finds people and hands them to `use`; what is handed over is good until that returns. Throws BadQuestion and
   * QuestionExpired.
   */
  ask<T>(asking: Asking, use: (found: Found) => T): T;
  /** What is wrong with a question; empty when it can be asked. */
  check(asking: Asking): readonly QuestionProblem[];
  /**
   * How many people of the population and the scope each condition finds by itself, by its path (`where.of[1]`; `''` is
   * the population). A condition on rows counts the people who have a row that meets it. Throws like `ask`.
   */
  counts(asking: Asking): ReadonlyMap<string, number>;
  /** A column or fact as it looks on a date (of day precision), whoever asks; good until the next question. */
  resolve(name: string, asOf: DateKey): Column | undefined;
  /** Stops following the dataset. */
  close(): void;
}

const derivedBytes = 192 * 1024 * 1024;
/** For every derived byte. */
const keptShare = 1 / 3;

/** Throws an Error when facts or options do not fit the dataset. */
export function createEngine(dataset: Dataset, facts: readonly Fact[], options: EngineOptions = {}): Engine {
  checkFacts(dataset.schema, facts);
  return new DatasetEngine(dataset, facts, options);
}

class DatasetEngine implements Engine {
  readonly dataset: Dataset;
  readonly facts: readonly Fact[];
  readonly #scratch: ScratchPool;
  readonly #cache: DerivedCache;
  readonly #kept: KeptBitmaps;
  readonly #material: RunMaterial;
  /** Looks at the clock of the question under way. */
  #expired: () => void = () => {};
  /** Questions may be asked while one is being answered. */
  #depth = 0;
  readonly close: () => void;

  constructor(dataset: Dataset, facts: readonly Fact[], options: EngineOptions) {
    this.dataset = dataset;
    this.facts = facts;
    this.#scratch = new ScratchPool(dataset.arena);
    const most = options.derivedBytes ?? derivedBytes;
    this.#cache = new DerivedCache(most);
    this.#kept = new KeptBitmaps(dataset, options.keptBytes ?? most * keptShare);
    const work: Work = { dataset, scratch: this.#scratch, expired: () => this.#expired() };
    const tables = new AsOf(work, this.#cache);
    const columns = new FactColumns(work, tables, this.#cache, facts, options.texts ?? {});
    const catalogue = new Catalogue(dataset, columns);
    const { scopeColumn, populations = {} } = options;
    this.#material = {
      dataset,
      scratch: this.#scratch,
      tables,
      facts: columns,
      catalogue,
      kept: this.#kept,
      scopeColumn,
      populations,
    };
    this.#checkOptions();
    this.close = dataset.onPatched((rows, unitsChanged) => this.#follow(rows, unitsChanged));
  }

  ask<T>(asking: Asking, use: (found: Found) => T): T {
    return this.#during(asking, (run) => {
      const { kernel, root } = this.dataset;
      const { where, population = 'current' } = asking.question;
      const found = run.population(population);
      if (where) run.evaluate(where, root, found, 1);
      return use(createFound(run, found, kernel.count(found, root.bitmapBytes)));
    });
  }

  check(asking: Asking): readonly QuestionProblem[] {
    const { catalogue } = this.#material;
    const problems = checkQuestion(asking.question, {
      units: this.dataset.units,
      set: (name) => (catalogue.seesSet(name, asking.hideSensitive) ? this.dataset.set(name) : undefined),
      field: (name) => (catalogue.sees(name, asking.hideSensitive) ? catalogue.field(name) : undefined),
      saved: (id) => asking.saved?.(id),
    });
    const isDay = Number.isSafeInteger(asking.asOf) && asking.asOf > 0 && partOf(asking.asOf) > 1;
    return isDay ? problems : [{ path: 'asOf', reason: '截止日期应当精确到日，请改正' }, ...problems];
  }

  counts(asking: Asking): ReadonlyMap<string, number> {
    return this.#during(asking, (run) => {
      const { kernel, root } = this.dataset;
      const { where, population = 'current' } = asking.question;
      const base = run.population(population);
      const everybody = [['', kernel.count(base, root.bitmapBytes)]] as const;
      return new Map([...everybody, ...(where ? countNodes(run, where, base) : [])]);
    });
  }

  resolve(name: string, asOf: DateKey): Column | undefined {
    return this.#material.tables.column(name, asOf) ?? this.#material.facts.column(name, asOf);
  }

  /** Runs a question that can be asked, and tidies up after it however it ends. */
  #during<T>(asking: Asking, work: (run: QuestionRun) => T): T {
    const problems = this.check(asking);
    if (problems.length > 0) throw new BadQuestion(problems);
    const outer = this.#expired;
    const taken = this.#scratch.mark();
    const run = new QuestionRun(this.#material, asking);
    this.#expired = () => run.expired();
    this.#depth++;
    try {
      return work(run);
    } finally {
      this.#depth--;
      this.#expired = outer;
      this.#scratch.giveSince(taken);
      if (this.#depth === 0) {
        this.#material.facts.forgetReaders();
        this.#cache.trim();
      }
    }
  }

  /** What was worked out follows the data; units that move change keys everywhere. */
  #follow(rows: readonly number[], unitsChanged: boolean): void {
    const { facts } = this.#material;
    facts.forgetReaders();
    if (unitsChanged) this.#cache.clear();
    else this.#cache.patch(rows);
    this.#kept.follow(rows, unitsChanged);
    facts.forgetReaders();
    // Bitmaps may have another size now.
    this.#scratch.release();
  }

  #checkOptions(): void {
    const { catalogue, populations, scopeColumn } = this.#material;
    const scope = scopeColumn === undefined ? undefined : this.dataset.column(scopeColumn);
    if (scopeColumn !== undefined && (scope?.kind !== 'unit' || scope.set.repeating)) {
      throw new Error(`${scopeColumn} is no unit column of people`);
    }
    for (const name of Object.values(populations)) {
      const field = catalogue.field(name);
      if (field?.kind !== 'code' || field.of !== '') throw new Error(`${name} is no code of people`);
    }
  }
}
