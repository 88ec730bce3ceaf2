import type { RecordRow } from '#platform/model';
import type { ReadSets } from './records.ts';

/** Rows of units as stored, and as they become while a plan is worked out. */
export class UnitRows {
  readonly #stored: ReadonlyMap<string, ReadSets>;
  readonly #next = new Map<string, Record<string, readonly RecordRow[]>>();

  constructor(stored: ReadonlyMap<string, ReadSets>) {
    this.#stored = stored;
  }

  /** What became others, by unit and set. */
  get changed(): ReadonlyMap<string, Readonly<Record<string, readonly RecordRow[]>>> {
    return this.#next;
  }

  stored(unit: string, set: string): readonly RecordRow[] {
    return this.#stored.get(unit)?.[set]?.rows ?? [];
  }

  of(unit: string, set: string): readonly RecordRow[] {
    return this.#next.get(unit)?.[set] ?? this.stored(unit, set);
  }

  put(unit: string, set: string, rows: readonly RecordRow[]): void {
    this.#next.set(unit, { ...this.#next.get(unit), [set]: rows });
  }
}
