import { KeyColumn, type SavedKeys } from '../column/key-column.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import { matchTexts, withNeedle } from './match-texts.ts';
import { TextStore, type SavedTextStore } from './text-store.ts';

export interface SavedInitials {
  readonly store: SavedTextStore;
  readonly places: SavedKeys;
  readonly lengths: SavedKeys;
}

const separator = '|';

/** The initials of the texts of a pool, beside them by key. */
export class PooledInitials {
  readonly #arena: Arena;
  readonly #initials: (text: string) => string;
  readonly #store: TextStore;
  readonly #places: KeyColumn;
  readonly #lengths: KeyColumn;

  constructor(arena: Arena, initials: (text: string) => string, saved?: SavedInitials) {
    this.#arena = arena;
    this.#initials = initials;
    this.#store = new TextStore(arena, saved?.store);
    this.#places = new KeyColumn(arena, 64, saved?.places);
    this.#lengths = new KeyColumn(arena, 64, saved?.lengths);
  }

  /** Keys come one after the other. */
  add(key: number, text: string): void {
    if (key >= this.#places.capacity) {
      this.#places.reserve(this.#places.capacity * 2);
      this.#lengths.reserve(this.#lengths.capacity * 2);
    }
    const initials = this.#initials(text);
    this.#places.set(key, this.#store.add(initials));
    this.#lengths.set(key, initials.length);
  }

  initialsOf(key: number): string {
    return this.#store.read(this.#places.at(key), this.#lengths.at(key));
  }

  /** Sets the bits of the keys of which a reading begins with the term, in whatever case it is typed. */
  match(term: string, kernel: Kernel, size: number, bits: Pointer): void {
    const wanted = term.toLowerCase();
    const texts = {
      arena: this.#arena,
      kernel,
      store: this.#store,
      places: this.#places,
      lengths: this.#lengths,
    };
    withNeedle(this.#arena, wanted, (needle) => {
      const fits = (from: number, at: number) => at === from || this.#store.read(at - 1, 1) === separator;
      matchTexts(texts, { needle, units: wanted.length, size, fits }, bits);
    });
  }

  save(block: SaveBlock): SavedInitials {
    return {
      store: this.#store.save(block),
      places: this.#places.save(block),
      lengths: this.#lengths.save(block),
    };
  }
}
