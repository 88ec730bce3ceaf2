import type { DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import type { Work } from '../plan/run.ts';
import type { Column, Dataset } from '../table/dataset.ts';
import type { SetSchema } from '../table/schema.ts';
import type { DerivedCache } from './derived-cache.ts';
import { maskedColumn, type MaskedColumn } from './masked-column.ts';
import { VisibleRows } from './visible-rows.ts';

/** How stored tables look on a date. */
export class AsOf {
  readonly #dataset: Dataset;
  readonly #work: Work;
  readonly #cache: DerivedCache;

  constructor(work: Work, cache: DerivedCache) {
    this.#dataset = work.dataset;
    this.#work = work;
    this.#cache = cache;
  }

  /** The visible rows of a set; live rows where it does not say since when they count. */
  visible(set: SetSchema, asOf: DateKey): Pointer {
    const rows = this.#rows(set, asOf);
    if (rows) return rows.pointer;
    return (set.repeating ? this.#dataset.child(set.name) : undefined)?.live ?? this.#dataset.root.live;
  }

  /** A stored column; of a set that does not repeat, not filled in where the row is not visible. */
  column(name: string, asOf: DateKey): Column | undefined {
    const stored = this.#dataset.column(name);
    if (!stored || stored.set.repeating || !this.#rows(stored.set, asOf)?.hidesRows) return stored;
    const key = `mask ${name} ${asOf}`;
    const known = this.#cache.get<MaskedColumn>(key);
    if (known) return known.column;
    const masked = maskedColumn(this.#work, stored, () => this.visible(stored.set, asOf));
    this.#cache.put(key, masked);
    return masked.column;
  }

  #rows(set: SetSchema, asOf: DateKey): VisibleRows | undefined {
    if (!set.visible) return undefined;
    const key = `rows ${set.name} ${asOf}`;
    const known = this.#cache.get<VisibleRows>(key);
    if (known) return known;
    const rows = new VisibleRows(this.#work, set, set.visible, asOf);
    this.#cache.put(key, rows);
    return rows;
  }
}
