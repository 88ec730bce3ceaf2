import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { Keys } from '../table/dataset.ts';

type Width = 0 | 1 | 2 | 4;
type View = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

const nothing = new Uint8Array(0);

export interface SavedKeys {
  readonly width: Width;
  readonly capacity: number;
  readonly pointer: Pointer;
}

/** Keys in the arena: no storage while all are 0, then one, two or four bytes each, as the largest needs. */
export class KeyColumn implements Keys {
  readonly #arena: Arena;
  #width: Width;
  #pointer: Pointer;
  #capacity: number;
  /** Good while it has a length: memory that grows detaches it. */
  #view: View = nothing;
  /** The largest key that fits. */
  #limit: number;

  constructor(arena: Arena, capacity: number, saved: SavedKeys = { width: 0, capacity, pointer: 0 }) {
    this.#arena = arena;
    this.#width = saved.width;
    this.#pointer = saved.pointer;
    this.#capacity = saved.capacity;
    this.#limit = limitOf(saved.width);
  }

  get width(): Width {
    return this.#width;
  }

  get pointer(): Pointer {
    return this.#pointer;
  }

  /** Rows for which there is room. */
  get capacity(): number {
    return this.#capacity;
  }

  at(row: number): number {
    if (this.#width === 0) return 0;
    const view = this.#view;
    return (row < view.length ? view[row] : this.#fresh()[row]) ?? 0;
  }

  view(): View {
    return this.#width === 0 ? nothing : this.#fresh();
  }

  /** The row must be below the capacity. */
  set(row: number, key: number): void {
    if (key > this.#limit) this.widen(key);
    else if (this.#width === 0) return;
    const view = this.#view;
    if (row < view.length) view[row] = key;
    else this.#fresh()[row] = key;
  }

  /** Puts keys into rows in which nothing is yet. */
  load(first: number, keys: Uint32Array | Uint8Array): void {
    let largest = 0;
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] ?? 0;
      if (key > largest) largest = key;
    }
    if (largest === 0) return;
    this.widen(largest);
    this.#fresh().set(keys, first);
  }

  /** Makes room for a key as large as this. */
  widen(key: number): void {
    const width = widthOf(key);
    if (width <= this.#width) return;
    const pointer = this.#arena.allocate(width * this.#capacity);
    if (this.#width > 0) {
      viewOf(this.#arena, width, pointer, this.#capacity).set(this.#fresh());
      this.#arena.free(this.#pointer, this.#width * this.#capacity);
    }
    this.#width = width;
    this.#limit = limitOf(width);
    this.#pointer = pointer;
    this.#view = nothing;
  }

  /** Makes room for so many rows. */
  reserve(capacity: number): void {
    if (capacity <= this.#capacity) return;
    if (this.#width > 0) {
      const width = this.#width;
      this.#pointer = this.#arena.resize(this.#pointer, width * this.#capacity, width * capacity);
      this.#view = nothing;
    }
    this.#capacity = capacity;
  }

  /** Puts the keys in another order, `from[row]` being the old row of each, with room for `capacity`. */
  gather(from: Uint32Array, capacity: number): void {
    if (this.#width > 0) {
      const pointer = this.#arena.allocate(this.#width * capacity);
      const before = this.#fresh();
      const after = viewOf(this.#arena, this.#width, pointer, capacity);
      for (let row = 0; row < from.length; row++) after[row] = before[from[row] ?? 0] ?? 0;
      this.#arena.free(this.#pointer, this.#width * this.#capacity);
      this.#pointer = pointer;
      this.#view = nothing;
    }
    this.#capacity = capacity;
  }

  save(block: SaveBlock): SavedKeys {
    const pointer = this.#width === 0 ? 0 : block(this.#pointer, this.#width * this.#capacity);
    return { width: this.#width, capacity: this.#capacity, pointer };
  }

  #fresh(): View {
    this.#view = viewOf(this.#arena, this.#width, this.#pointer, this.#capacity);
    return this.#view;
  }
}

/** The keys for numbers of texts, which count from 1. */
export function translated(values: Uint32Array, keys: ArrayLike<number>): Uint32Array {
  for (let row = 0; row < values.length; row++) {
    const number = values[row] ?? 0;
    if (number !== 0) values[row] = keys[number - 1] ?? 0;
  }
  return values;
}

function viewOf(arena: Arena, width: Width, pointer: Pointer, length: number): View {
  if (width === 4) return arena.u32(pointer, length);
  return width === 2 ? arena.u16(pointer, length) : arena.u8(pointer, length);
}

function widthOf(key: number): Width {
  if (key === 0) return 0;
  if (key <= 0xff) return 1;
  return key <= 0xffff ? 2 : 4;
}

function limitOf(width: Width): number {
  return width === 0 ? 0 : 2 ** (8 * width) - 1;
}
