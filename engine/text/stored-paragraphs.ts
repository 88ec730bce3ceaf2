import { KeyColumn, type SavedKeys } from '../column/key-column.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { Paragraphs, Table } from '../table/dataset.ts';
import { buildPairIndex } from './build-pair-index.ts';
import { withNeedle } from './match-texts.ts';
import { PairIndex, type SavedPairIndex } from './pair-index.ts';
import { TextStore, type SavedTextStore } from './text-store.ts';

export interface SavedParagraphs {
  readonly store: SavedTextStore;
  readonly places: SavedKeys;
  readonly lengths: SavedKeys;
  readonly dead: number;
  readonly index: SavedPairIndex | null;
  readonly fresh: readonly number[];
}

/** Rows written since the index was made are looked through one by one; when there are so many it is made anew. */
const leastFresh = 256;
const freshShare = 1 / 128;
/** More than so many are not worth noting: the index is given up. */
const mostFresh = 65_536;

/** How a text that has the term somewhere must have it. */
type Fits = (found: number) => boolean;

/** Long texts by row, found by the pairs of characters that they have. */
export class StoredParagraphs implements Paragraphs {
  readonly #arena: Arena;
  readonly #kernel: Kernel;
  readonly #table: Table;
  readonly #store: TextStore;
  readonly #places: KeyColumn;
  readonly #lengths: KeyColumn;
  readonly stored: readonly KeyColumn[];
  /** Units that no row has any more. */
  #dead: number;
  #index: PairIndex | undefined;
  /** Rows that the index does not know as they are. */
  #fresh: Set<number>;
  /** The same for an index that is being made. */
  #freshSince: Set<number> | undefined;

  constructor(arena: Arena, kernel: Kernel, table: Table, capacity: number, saved?: SavedParagraphs) {
    this.#arena = arena;
    this.#kernel = kernel;
    this.#table = table;
    this.#store = new TextStore(arena, saved?.store);
    this.#places = new KeyColumn(arena, capacity, saved?.places);
    this.#lengths = new KeyColumn(arena, capacity, saved?.lengths);
    this.stored = [this.#places, this.#lengths];
    this.#dead = saved?.dead ?? 0;
    this.#index = saved?.index ? new PairIndex(arena, kernel, saved.index) : undefined;
    this.#fresh = new Set(saved?.fresh);
  }

  /** Is it time to make the index, or to make it anew? */
  get isIndexDue(): boolean {
    if (!this.#index) return this.#store.top > 0;
    return this.#fresh.size > Math.max(leastFresh, this.#index.rows * freshShare);
  }

  write(row: number, text: string): void {
    const units = this.#lengths.at(row);
    if (units === 0 && text === '') return;
    const place = this.#places.at(row);
    if (this.#store.equals(place, units, text)) return;
    if (text.length <= units) {
      this.#store.overwrite(place, text);
      this.#dead += units - text.length;
    } else {
      this.#places.set(row, this.#store.add(text));
      this.#dead += units;
    }
    this.#lengths.set(row, text.length);
    this.#freshSince?.add(row);
    if (!this.#index) return;
    this.#fresh.add(row);
    if (this.#fresh.size > mostFresh) this.dropIndex();
  }

  /** Makes the index in steps, between which texts may change. */
  *buildIndex(): Generator<void, void> {
    const changed = new Set<number>();
    this.#freshSince = changed;
    const unitsOf = (row: number) => {
      const units = this.#lengths.at(row);
      if (units === 0 || changed.has(row)) return undefined;
      return this.#arena.u16(this.#store.address(this.#places.at(row)), units);
    };
    const saved = yield* buildPairIndex(this.#arena, { rows: this.#table.rows, unitsOf });
    const index = new PairIndex(this.#arena, this.#kernel, saved);
    // Another one was begun meanwhile, or rows have other numbers now.
    if (this.#freshSince !== changed) {
      index.free();
      return;
    }
    this.dropIndex();
    this.#index = index;
    this.#fresh = changed;
  }

  dropIndex(): void {
    this.#index?.free();
    this.#index = undefined;
    this.#fresh = new Set();
    this.#freshSince = undefined;
  }

  textOf(row: number): string {
    return this.#store.read(this.#places.at(row), this.#lengths.at(row));
  }

  isEmpty(row: number): boolean {
    return this.#lengths.at(row) === 0;
  }

  contains(term: string, out: Pointer): void {
    this.#search(term, out, (found) => found >= 0, true);
  }

  starts(term: string, out: Pointer): void {
    this.#search(term, out, (found) => found === 0, false);
  }

  save(block: SaveBlock): SavedParagraphs {
    return {
      store: this.#store.save(block),
      places: this.#places.save(block),
      lengths: this.#lengths.save(block),
      dead: this.#dead,
      index: this.#index?.save(block) ?? null,
      fresh: [...this.#fresh],
    };
  }

  #search(term: string, out: Pointer, fits: Fits, anywhere: boolean): void {
    this.#arena.u8(out, this.#table.bitmapBytes).fill(0);
    const exact = this.#index?.candidates(term, out);
    withNeedle(this.#arena, term, (needle) => {
      const has = this.#reader(needle, term.length, fits);
      const bits = this.#arena.u8(out, this.#table.bitmapBytes);
      if (exact === undefined) {
        for (let row = 0; row < this.#table.rows; row++) {
          if (has(row)) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
        }
        return;
      }
      if (!exact || !anywhere) keepOnly(bits, has);
      for (const row of this.#fresh) {
        const others = (bits[row >> 3] ?? 0) & ~(1 << (row & 7));
        bits[row >> 3] = has(row) ? others | (1 << (row & 7)) : others;
      }
    });
  }

  #reader(needle: Pointer, needleUnits: number, fits: Fits): (row: number) => boolean {
    const lengths = this.#lengths.view();
    const places = this.#places.view();
    return (row) => {
      const units = lengths[row] ?? 0;
      if (units === 0 || units < needleUnits) return false;
      const text = this.#store.address(places[row] ?? 0);
      return fits(this.#kernel.find(text, units, needle, needleUnits, 0));
    };
  }
}

function keepOnly(bits: Uint8Array, has: (row: number) => boolean): void {
  for (let at = 0; at < bits.length; at++) {
    const byte = bits[at] ?? 0;
    if (byte === 0) continue;
    let kept = byte;
    for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit) && !has(at * 8 + bit)) kept &= ~(1 << bit);
    bits[at] = kept;
  }
}
