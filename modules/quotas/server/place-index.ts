import type { Dataset } from '#engine';
import { placesOf, type CareerRules, type PlaceTools } from '#modules/quotas';
import { careerReader } from './career-reader.ts';
import { textView } from './column-views.ts';
import { PlaceStore } from './place-store.ts';
import type { UnitBook } from './unit-book.ts';

/** People worked out between two breaths. */
const piece = 2_000;

/** The places of everybody in the tables of a dataset, found when first asked for and brought up to date after changes. */
export class PlaceIndex {
  readonly store = new PlaceStore();
  readonly dataset: Dataset;
  readonly #rules: CareerRules;
  /** People from this row on have not been looked at; others of whom the places are to be found again. */
  #next = 0;
  readonly #dirty = new Set<number>();
  #layout: number;
  /** What places depend on, by unit. */
  readonly #signatures = new Map<string, string>();
  #book: UnitBook | null = null;
  readonly close: () => void;

  constructor(dataset: Dataset, rules: CareerRules) {
    this.dataset = dataset;
    this.#rules = rules;
    this.#layout = dataset.root.layout;
    this.close = dataset.onPatched((rows) => {
      for (const row of rows) this.#dirty.add(row);
    });
  }

  /** A step of the work; true when nothing is left to do. Between steps the tables may change. */
  step(book: UnitBook): boolean {
    this.#followUnits(book);
    if (this.#layout !== this.dataset.root.layout) {
      this.#layout = this.dataset.root.layout;
      this.#next = 0;
    }
    this.#work(book);
    if (this.#dirty.size > 0 || this.#next < this.dataset.root.rows) return false;
    this.store.tidy();
    return true;
  }

  #work(book: UnitBook): void {
    const tools: PlaceTools = { units: book.places, rules: this.#rules.rules, codes: this.#rules.codes };
    const reader = careerReader(this.dataset, this.#rules);
    const find = (person: number): void => this.store.put(person, placesOf(reader.read(person), tools));
    let left = piece;
    for (const person of this.#dirty) {
      this.#dirty.delete(person);
      find(person);
      if (--left === 0) return;
    }
    for (; left > 0 && this.#next < this.dataset.root.rows; left -= 1) find(this.#next++);
  }

  /** Marks the people of units whose kind, legal unit or slots are others now. */
  #followUnits(book: UnitBook): void {
    if (this.#book === book) return;
    const isFirst = this.#book === null;
    const ids = new Set([...this.#signatures.keys(), ...book.units.map(({ id }) => id)]);
    const changed = new Set<string>();
    this.#book = book;
    for (const id of ids) {
      const now = book.signatureOf(id);
      if (this.#signatures.get(id) !== now) changed.add(id);
      this.#signatures.set(id, now);
    }
    if (isFirst || changed.size === 0) return;
    for (const person of peopleOf(this.dataset, changed)) this.#dirty.add(person);
  }
}

/** People with a post in one of the units, or who belong to one. */
function* peopleOf(dataset: Dataset, units: ReadonlySet<string>): Generator<number> {
  const { root, arena, units: order } = dataset;
  const keys = new Set([...units].flatMap((id) => order.keyOf(id) ?? []));
  const posts = dataset.child('A02');
  if (!posts) return;
  const unit = textView(dataset, 'A02.orgCode').key;
  const home = textView(dataset, 'A01.statisticalOrgCode').key;
  const start = arena.u32(posts.start, root.rows);
  const length = arena.u16(posts.length, root.rows);
  for (let person = 0; person < root.rows; person++) {
    const first = start[person] ?? 0;
    let isTouched = keys.has(home(person));
    for (let row = first; !isTouched && row < first + (length[person] ?? 0); row++)
      isTouched = keys.has(unit(row));
    if (isTouched) yield person;
  }
}
