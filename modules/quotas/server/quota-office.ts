import { dateKey, type DateKey, type Engine } from '#engine';
import { can, errors, type Actor } from '#platform/model';
import { readSetting, today, type Store } from '#platform/server';
import { defaultRules } from '#modules/cadres';
import type { QueryTables } from '#modules/query/server';
import {
  policyOn,
  rulesUnder,
  standingCodes,
  type CareerRules,
  type PlaceTools,
  type Tally,
} from '#modules/quotas';
import { PlaceIndex } from './place-index.ts';
import type { PlaceStore } from './place-store.ts';
import { quotaPolicySetting } from './stored-policies.ts';
import { UnitBooks, type UnitBook } from './unit-book.ts';

/** Everything that an answer about quotas is made of, at one moment: nothing is to be awaited while it is used. */
export interface QuotaSight {
  readonly engine: Engine;
  readonly book: UnitBook;
  readonly places: PlaceStore;
  readonly tools: PlaceTools;
  readonly careers: CareerRules;
  readonly asOf: string;
  readonly day: DateKey;
  tally(): Tally;
  /** Is the unit within what the actor may reach? */
  seesUnit(id: string): boolean;
  /** Is the person, a row of the tables, within what the actor may reach? */
  seesPerson(row: number): boolean;
}

/** Keeps the index of places over the tables of the query module. */
export class QuotaOffice {
  readonly store: Store;
  readonly tables: QueryTables;
  readonly #codes: CareerRules['codes'];
  readonly #books: UnitBooks;
  /**
   * The places depend on whether ranks beside leading posts count, the only part of the rules of the place that says who
   * counts: where the office changed that, days before and behind the change have an index each.
   */
  readonly #indexes = new Map<boolean, PlaceIndex>();

  constructor(store: Store, tables: QueryTables) {
    this.store = store;
    this.tables = tables;
    this.#books = new UnitBooks(store);
    this.#codes = standingCodes(store.tables);
  }

  /** The state of now, seen by an actor as of a day (today without one). */
  async sight(actor: Actor, asOf: string = today()): Promise<QuotaSight> {
    const day = dateKey(asOf);
    if (day === null || asOf.length !== 10) throw errors.invalid('截止日期应为 2020-06-30 的格式。');
    for (;;) {
      const careers = await this.#careersOn(asOf);
      const book = await this.#books.current();
      const engine = await this.tables.current();
      const index = this.#indexOf(engine, careers);
      if (!index.step(book)) {
        await breath();
        continue;
      }
      return this.#sight(engine, book, index.store, actor, { asOf, day, careers });
    }
  }

  /** Finds the places of everybody ahead, while there is little to do. */
  async maintain(): Promise<void> {
    for (;;) {
      const careers = await this.#careersOn(today());
      const book = await this.#books.current();
      const engine = await this.tables.current();
      if (this.#indexOf(engine, careers).step(book)) return;
      await breath();
    }
  }

  /** What places are found by under the rules of a day. */
  async #careersOn(asOf: string): Promise<CareerRules> {
    const { content } = await readSetting(this.store.db, quotaPolicySetting);
    return { rules: rulesUnder(policyOn(content, asOf)), book: defaultRules, codes: this.#codes };
  }

  #indexOf({ dataset }: Engine, careers: CareerRules): PlaceIndex {
    for (const [key, old] of this.#indexes) {
      if (old.dataset === dataset) continue;
      old.close();
      this.#indexes.delete(key);
    }
    const { count } = careers.rules.concurrentRanks.value;
    const index = this.#indexes.get(count) ?? new PlaceIndex(dataset, careers);
    this.#indexes.set(count, index);
    return index;
  }

  #sight(
    engine: Engine,
    book: UnitBook,
    places: PlaceStore,
    actor: Actor,
    when: Pick<QuotaSight, 'asOf' | 'day' | 'careers'>,
  ): QuotaSight {
    const reach =
      actor.scope.kind === 'everything' ? null : new Set(actor.scope.units.flatMap(book.tree.within));
    const mayName = can(actor, 'cadre:read');
    const home = engine.dataset.column('A01.statisticalOrgCode');
    const homeOf = (row: number): string =>
      home?.kind === 'unit' ? engine.dataset.units.idOf(home.keys.at(row)) : '';
    let tally: Tally | null = null;
    return {
      ...when,
      engine,
      book,
      places,
      tools: { units: book.places, rules: when.careers.rules, codes: this.#codes },
      tally: () => (tally ??= places.tally(when.day, placesInTree(places, book), book.units.length)),
      seesUnit: (id) => reach === null || reach.has(id),
      seesPerson: (row) => mayName && (reach === null || reach.has(homeOf(row))),
    };
  }
}

/** The place in the tree of every unit number; -1 for units that are there no more. */
export function placesInTree(places: PlaceStore, book: UnitBook): Int32Array {
  return Int32Array.from(
    { length: places.units.size },
    (_, number) => book.placeOf(places.units.idOf(number)) ?? -1,
  );
}

/** Lets others work between two steps. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
