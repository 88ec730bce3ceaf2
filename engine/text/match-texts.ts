import type { KeyColumn } from '../column/key-column.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { TextStore } from './text-store.ts';

/** Texts by key, whose places rise with the keys. */
export interface KeyedTexts {
  readonly arena: Arena;
  readonly kernel: Kernel;
  readonly store: TextStore;
  readonly places: KeyColumn;
  readonly lengths: KeyColumn;
}

export interface TextSearch {
  readonly needle: Pointer;
  readonly units: number;
  /** Keys are from 1 to below this. */
  readonly size: number;
  /** Does a place that was found in the text that begins at `from` count? */
  fits(from: number, at: number): boolean;
}

/** Puts a term into the arena for as long as it is looked for. */
export function withNeedle<T>(arena: Arena, term: string, use: (needle: Pointer) => T): T {
  const needle = arena.allocate(term.length * 2);
  try {
    const units = arena.u16(needle, term.length);
    for (let at = 0; at < term.length; at++) units[at] = term.charCodeAt(at);
    return use(needle);
  } finally {
    arena.free(needle, term.length * 2);
  }
}

/**
 * Sets the bit of every key whose text has the needle where it counts. All texts are run through as one; whatever is
 * found across the border of two is passed over.
 */
export function matchTexts(texts: KeyedTexts, search: TextSearch, bits: Pointer): void {
  const { arena, kernel, store } = texts;
  const { needle, units, size } = search;
  const bytes = arena.u8(bits, Math.ceil(size / 8));
  if (units === 0) {
    for (let key = 1; key < size; key++) bytes[key >> 3] = (bytes[key >> 3] ?? 0) | (1 << (key & 7));
    return;
  }
  const places = texts.places.view();
  let key = 1;
  for (const piece of store.pieces) {
    const text = store.address(piece.from);
    const end = piece.to - piece.from;
    for (let next = 0; next + units <= end;) {
      const found = kernel.find(text, end, needle, units, next);
      if (found < 0) break;
      const at = piece.from + found;
      key = keyAt(places, key, size, at);
      const from = places[key] ?? 0;
      const over = from + texts.lengths.at(key);
      if (at + units <= over && search.fits(from, at)) {
        bytes[key >> 3] = (bytes[key >> 3] ?? 0) | (1 << (key & 7));
        next = over - piece.from;
      } else next = found + 1;
    }
  }
}

/** The last key whose text begins at or before a place; not below `from`. */
function keyAt(places: ArrayLike<number>, from: number, size: number, place: number): number {
  let low = from;
  let step = 1;
  while (low + step < size && (places[low + step] ?? 0) <= place) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, size);
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}
