import { KeyColumn, type SavedKeys } from '../column/key-column.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { Paragraphs, Table } from '../table/dataset.ts';
import { withNeedle } from './match-texts.ts';
import { TextStore, type SavedTextStore } from './text-store.ts';

export interface SavedParagraphs {
  readonly store: SavedTextStore;
  readonly places: SavedKeys;
  readonly lengths: SavedKeys;
  readonly dead: number;
}

/** Long texts by row. */
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

  constructor(arena: Arena, kernel: Kernel, table: Table, capacity: number, saved?: SavedParagraphs) {
    this.#arena = arena;
    this.#kernel = kernel;
    this.#table = table;
    this.#store = new TextStore(arena, saved?.store);
    this.#places = new KeyColumn(arena, capacity, saved?.places);
    this.#lengths = new KeyColumn(arena, capacity, saved?.lengths);
    this.stored = [this.#places, this.#lengths];
    this.#dead = saved?.dead ?? 0;
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
  }

  textOf(row: number): string {
    return this.#store.read(this.#places.at(row), this.#lengths.at(row));
  }

  isEmpty(row: number): boolean {
    return this.#lengths.at(row) === 0;
  }

  contains(term: string, out: Pointer): void {
    this.#scan(term, out, (found) => found >= 0);
  }

  starts(term: string, out: Pointer): void {
    this.#scan(term, out, (found) => found === 0);
  }

  save(block: SaveBlock): SavedParagraphs {
    return {
      store: this.#store.save(block),
      places: this.#places.save(block),
      lengths: this.#lengths.save(block),
      dead: this.#dead,
    };
  }

  #scan(term: string, out: Pointer, fits: (found: number) => boolean): void {
    withNeedle(this.#arena, term, (needle) => {
      const bits = this.#arena.u8(out, this.#table.bitmapBytes).fill(0);
      const lengths = this.#lengths.view();
      const places = this.#places.view();
      const rows = Math.min(this.#table.rows, lengths.length);
      for (let row = 0; row < rows; row++) {
        const units = lengths[row] ?? 0;
        if (units === 0 || units < term.length) continue;
        const text = this.#store.address(places[row] ?? 0);
        if (fits(this.#kernel.find(text, units, needle, term.length, 0))) {
          bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
        }
      }
    });
  }
}
