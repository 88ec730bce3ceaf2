import type { Kernel } from '../kernel/kernel.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import { letterTable } from './letters.ts';

/** A directory of pairs (`first << 16 | second`, ascending) and where the rows of each stand. */
export interface SavedPairIndex {
  readonly rows: number;
  readonly pairs: number;
  readonly keys: Pointer;
  /** u32 a pair: where its rows begin in `lists`. */
  readonly offsets: Pointer;
  /** u32 a pair: the bytes of its list of gaps, or `asBitmap`. */
  readonly sizes: Pointer;
  readonly lists: Pointer;
  readonly listBytes: number;
  /** Rows whose text has 全角 letters or digits. */
  readonly wide: readonly number[];
}

/** The size of what is not a list of gaps but a bitmap over the rows. */
export const asBitmap = 0xffffffff;
/** Verifying a candidate costs about as much as reading so many bytes of a list. */
const bytesPerCandidate = 50;

/** Which rows contain two units one behind the other. The last unit of a text makes a pair with 0. */
export class PairIndex {
  readonly #arena: Arena;
  readonly #kernel: Kernel;
  readonly #saved: SavedPairIndex;

  constructor(arena: Arena, kernel: Kernel, saved: SavedPairIndex) {
    this.#arena = arena;
    this.#kernel = kernel;
    this.#saved = saved;
  }

  /** Rows below this were indexed. */
  get rows(): number {
    return this.#saved.rows;
  }

  get wide(): readonly number[] {
    return this.#saved.wide;
  }

  /**
   * Sets in `out`, which is clear, the bits of all rows that may contain the term. Answers whether they all do;
   * undefined when the index says nothing of such a term.
   */
  candidates(term: string, out: Pointer): boolean | undefined {
    const letters = letterTable();
    if (term.length === 1 && letters[term.charCodeAt(0)] === 1) {
      this.#addAllFrom(term.charCodeAt(0), out);
      return true;
    }
    const places = new Set<number>();
    for (let at = 0; at + 1 < term.length; at++) {
      const first = term.charCodeAt(at);
      const second = term.charCodeAt(at + 1);
      if (letters[first] === 0 && letters[second] === 0) continue;
      const key = ((first << 16) | second) >>> 0;
      const place = this.#placeOf(key);
      // A pair that nobody has: nobody has the term.
      if (this.#arena.u32(this.#saved.keys, this.#saved.pairs)[place] !== key) return true;
      places.add(place);
    }
    if (places.size === 0) return undefined;
    this.#intersect([...places], out);
    return term.length === 2 && !term.endsWith('\0');
  }

  free(): void {
    const { pairs, keys, offsets, sizes, lists, listBytes } = this.#saved;
    for (const block of [keys, offsets, sizes]) this.#arena.free(block, pairs * 4);
    this.#arena.free(lists, listBytes);
  }

  save(block: SaveBlock): SavedPairIndex {
    const { pairs, keys, offsets, sizes, lists, listBytes } = this.#saved;
    return {
      ...this.#saved,
      keys: block(keys, pairs * 4),
      offsets: block(offsets, pairs * 4),
      sizes: block(sizes, pairs * 4),
      lists: block(lists, listBytes),
    };
  }

  /** The rarest pair first; others only while they cost less than looking at the texts. */
  #intersect(places: number[], out: Pointer): void {
    const bytes = bitmapBytesOf(this.rows);
    const cost = (place: number) => Math.min(this.#sizeOf(place), bytes);
    const [rarest = 0, ...others] = places.sort((a, b) => cost(a) - cost(b));
    this.#add(rarest, out);
    if (others.length === 0) return;
    const other = this.#arena.allocate(bytes);
    for (const place of others) {
      if (this.#kernel.count(out, bytes) * bytesPerCandidate < cost(place)) break;
      this.#arena.u8(other, bytes).fill(0);
      this.#add(place, other);
      this.#kernel.and(out, other, out, bytes);
    }
    this.#arena.free(other, bytes);
  }

  /** All pairs that begin with a unit: all rows that have it. */
  #addAllFrom(unit: number, out: Pointer): void {
    const end = unit === 0xffff ? this.#saved.pairs : this.#placeOf(((unit + 1) << 16) >>> 0);
    for (let place = this.#placeOf((unit << 16) >>> 0); place < end; place++) this.#add(place, out);
  }

  #add(place: number, out: Pointer): void {
    const offset = this.#arena.u32(this.#saved.offsets, this.#saved.pairs)[place] ?? 0;
    const list = this.#saved.lists + offset;
    const size = this.#sizeOf(place);
    if (size === asBitmap) this.#kernel.or(out, list, out, bitmapBytesOf(this.rows));
    else this.#kernel.setGaps(list, size, out);
  }

  #sizeOf(place: number): number {
    return this.#arena.u32(this.#saved.sizes, this.#saved.pairs)[place] ?? 0;
  }

  /** The first place whose key is not below. */
  #placeOf(key: number): number {
    const keys = this.#arena.u32(this.#saved.keys, this.#saved.pairs);
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export function bitmapBytesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / 128)) * 16;
}
