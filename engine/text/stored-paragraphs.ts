import { KeyColumn, type SavedKeys } from '../column/key-column.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { Paragraphs, Table } from '../table/dataset.ts';
import { buildPairIndex } from './build-pair-index.ts';
import { withNeedle } from './match-texts.ts';
import { PairIndex, type SavedPairIndex } from './pair-index.ts';
import { roomFor, SparePlaces, type SavedPlaces } from './spare-places.ts';
import { TextStore, type SavedTextStore } from './text-store.ts';

export interface SavedParagraphs {
  readonly store: SavedTextStore;
  readonly places: SavedKeys;
  readonly lengths: SavedKeys;
  readonly spare: SavedPlaces;
  readonly index: SavedPairIndex | null;
  readonly fresh: readonly number[];
}

/** Rows written since the index was made are looked through one by one; when there are so many it is made anew. */
const leastFresh = 256;
const freshShare = 1 / 128;
/** More than so many are not worth noting: the index is given up. */
const mostFresh = 65_536;

/** Long texts by row, found by the pairs of characters that they have. */
export class StoredParagraphs implements Paragraphs {
  readonly #arena: Arena;
  readonly #kernel: Kernel;
  readonly #table: Table;
  readonly #store: TextStore;
  readonly #places: KeyColumn;
  readonly #lengths: KeyColumn;
  readonly stored: readonly KeyColumn[];
  readonly #spare: SparePlaces;
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
    this.#spare = new SparePlaces(saved?.spare);
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
    if (roomFor(text.length) === roomFor(units)) this.#store.overwrite(place, text);
    else {
      this.#spare.add(place, units);
      if (text !== '') this.#places.set(row, this.#placeFor(text));
    }
    this.#lengths.set(row, text.length);
    this.#note(row);
  }

  /** Puts a text, units from one place up to another, into a row that has none. */
  load(row: number, units: Uint16Array, from: number, to: number): void {
    this.#places.set(row, this.#store.addUnits(units, from, to, roomFor(to - from)));
    this.#lengths.set(row, to - from);
    this.#note(row);
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
    this.#search(term, out, true);
  }

  starts(term: string, out: Pointer): void {
    this.#search(term, out, false);
  }

  wideRows(): Iterable<number> | undefined {
    return this.#index && new Set([...this.#index.wide, ...this.#fresh]);
  }

  save(block: SaveBlock): SavedParagraphs {
    return {
      store: this.#store.save(block),
      places: this.#places.save(block),
      lengths: this.#lengths.save(block),
      spare: this.#spare.save(),
      index: this.#index?.save(block) ?? null,
      fresh: [...this.#fresh],
    };
  }

  /** The index does not know the row as it is. */
  #note(row: number): void {
    this.#freshSince?.add(row);
    if (!this.#index) return;
    this.#fresh.add(row);
    if (this.#fresh.size > mostFresh) this.dropIndex();
  }

  #placeFor(text: string): number {
    const spare = this.#spare.take(text.length);
    if (spare === undefined) return this.#store.add(text, roomFor(text.length));
    this.#store.overwrite(spare, text);
    return spare;
  }

  #search(term: string, out: Pointer, anywhere: boolean): void {
    this.#arena.u8(out, this.#table.bitmapBytes).fill(0);
    const exact = this.#index?.candidates(term, out);
    withNeedle(this.#arena, term, (needle) => {
      const has = this.#reader(needle, term.length, anywhere);
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

  #reader(needle: Pointer, needleUnits: number, anywhere: boolean): (row: number) => boolean {
    const lengths = this.#lengths.view();
    const places = this.#places.view();
    return (row) => {
      const units = lengths[row] ?? 0;
      if (units === 0 || units < needleUnits) return false;
      const text = this.#store.address(places[row] ?? 0);
      return this.#kernel.find(text, anywhere ? units : needleUnits, needle, needleUnits, 0) >= 0;
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
