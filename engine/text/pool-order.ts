import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';

export interface SavedOrder {
  /** Keys in order, u32 each. */
  readonly keys: Pointer;
  /** The rank of every key, u32 each. */
  readonly ranks: Pointer;
  readonly count: number;
  readonly capacity: number;
}

interface Texts {
  readonly size: number;
  textOf(key: number): string;
}

/** The order of the texts of a pool: made when it is first asked for, then new texts are merged in. */
export class PoolOrder {
  readonly #arena: Arena;
  readonly #texts: Texts;
  readonly #sortKey: ((text: string) => string) | undefined;
  #keys: Pointer;
  #ranks: Pointer;
  /** Keys up to here are in order. */
  #count: number;
  #capacity: number;

  constructor(
    arena: Arena,
    texts: Texts,
    sortKey: ((text: string) => string) | undefined,
    saved?: SavedOrder,
  ) {
    this.#arena = arena;
    this.#texts = texts;
    this.#sortKey = sortKey;
    this.#keys = saved?.keys ?? 0;
    this.#ranks = saved?.ranks ?? 0;
    this.#count = saved?.count ?? 0;
    this.#capacity = saved?.capacity ?? 0;
  }

  /** The rank of every key, from 1; 0 for key 0. */
  ranks(): Uint32Array {
    const texts = this.#texts.size - 1;
    if (this.#count < texts || this.#capacity === 0) this.#merge(texts);
    return this.#arena.u32(this.#ranks, texts + 1);
  }

  save(block: SaveBlock): SavedOrder {
    if (this.#capacity === 0) return { keys: 0, ranks: 0, count: 0, capacity: 0 };
    const bytes = this.#capacity * 4;
    const keys = block(this.#keys, bytes);
    return { keys, ranks: block(this.#ranks, bytes), count: this.#count, capacity: this.#capacity };
  }

  #merge(texts: number): void {
    const added = this.#sorted(this.#count + 1, texts);
    this.#reserve(texts + 1);
    const keys = this.#arena.u32(this.#keys, texts);
    // From behind, so that what is already in order moves up in its own place.
    let old = this.#count;
    let last = texts;
    for (const { key, by } of added.toReversed()) {
      const before = this.#placeOf(keys, old, by, key);
      keys.copyWithin(last - (old - before), before, old);
      last -= old - before + 1;
      keys[last] = key;
      old = before;
    }
    const ranks = this.#arena.u32(this.#ranks, texts + 1);
    for (let place = 0; place < texts; place++) ranks[keys[place] ?? 0] = place + 1;
    this.#count = texts;
  }

  /** How many of the first `count` keys stand before a text. */
  #placeOf(keys: Uint32Array, count: number, by: string, key: number): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = keys[middle] ?? 0;
      if (this.#isBefore(this.#byOf(other), other, by, key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sorted(from: number, to: number): { readonly key: number; readonly by: string }[] {
    const added = [];
    for (let key = from; key <= to; key++) added.push({ key, by: this.#byOf(key) });
    return added.sort((a, b) => (this.#isBefore(a.by, a.key, b.by, b.key) ? -1 : 1));
  }

  #byOf(key: number): string {
    const text = this.#texts.textOf(key);
    return this.#sortKey ? this.#sortKey(text) : text;
  }

  #isBefore(by: string, key: number, otherBy: string, other: number): boolean {
    return by === otherBy ? this.#texts.textOf(key) < this.#texts.textOf(other) : by < otherBy;
  }

  #reserve(keys: number): void {
    if (keys <= this.#capacity) return;
    const capacity = Math.max(64, Math.ceil(keys * 1.25));
    this.#keys = this.#arena.resize(this.#keys, this.#capacity * 4, capacity * 4);
    this.#ranks = this.#arena.resize(this.#ranks, this.#capacity * 4, capacity * 4);
    this.#capacity = capacity;
  }
}
