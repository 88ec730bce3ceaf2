/** Something worked out from the data for a date, which follows the data from then on. */
export interface Derived {
  /** 0 is worked out from the data alone, 1 from what has rank 0, 2 from both. */
  readonly rank: 0 | 1 | 2;
  /** False when rows have got other numbers since. */
  readonly isCurrent: boolean;
  /** Bytes of the arena that it takes. */
  readonly bytes: number;
  /** Brings the rows of these people up to date; false when it is not worth it and all must be worked out anew. */
  patch(people: readonly number[]): boolean;
  free(): void;
}

/**
 * What was worked out, the least recently used given up first. Nothing is given up while a question is under way, so
 * that addresses stay good as long as it runs.
 */
export class DerivedCache {
  readonly #limit: number;
  /** In the order of use. */
  readonly #entries = new Map<string, Derived>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    let sum = 0;
    for (const entry of this.#entries.values()) sum += entry.bytes;
    return sum;
  }

  get<T extends Derived>(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (!entry.isCurrent) {
      this.#drop(key, entry);
      return undefined;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    // Whoever asks for a key has put it there.
    return entry as T;
  }

  put(key: string, entry: Derived): void {
    this.#entries.get(key)?.free();
    this.#entries.set(key, entry);
  }

  /** Gives up what is over the limit. */
  trim(): void {
    let over = this.bytes - this.#limit;
    for (const [key, entry] of this.#entries) {
      if (over <= 0) return;
      over -= entry.bytes;
      this.#drop(key, entry);
    }
  }

  /** What others are worked out from is brought up to date before them. */
  patch(people: readonly number[]): void {
    const entries = [...this.#entries].toSorted(([, a], [, b]) => a.rank - b.rank);
    for (const [key, entry] of entries) {
      if (!entry.isCurrent || !entry.patch(people)) this.#drop(key, entry);
    }
  }

  clear(): void {
    for (const [key, entry] of this.#entries) this.#drop(key, entry);
  }

  #drop(key: string, entry: Derived): void {
    entry.free();
    this.#entries.delete(key);
  }
}
