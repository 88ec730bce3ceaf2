import { KeyColumn, type SavedKeys } from '../column/key-column.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { TextPool } from '../table/dataset.ts';
import { PoolOrder, type SavedOrder } from './pool-order.ts';
import { PooledInitials, type SavedInitials } from './pooled-initials.ts';
import { hasWide, isWide } from './fold.ts';
import { matchTexts, withNeedle } from './match-texts.ts';
import { TextStore, type SavedTextStore } from './text-store.ts';

/** What the engine cannot know of a language: how its texts are sorted and abbreviated. */
export interface TextRules {
  /** What texts are compared by, unit by unit; ties by the text itself. Without it by the text. */
  readonly sortKey?: ((text: string) => string) | undefined;
  /** Initials in lower case; two readings joined by `|`. */
  readonly initials?: ((text: string) => string) | undefined;
}

export interface SavedPool {
  readonly size: number;
  readonly store: SavedTextStore;
  readonly places: SavedKeys;
  readonly lengths: SavedKeys;
  readonly slots: Pointer;
  readonly slotCount: number;
  readonly initials: SavedInitials | null;
  readonly order: SavedOrder;
  /** Keys of texts with 全角 letters or digits. */
  readonly wide: readonly number[];
}

const firstCapacity = 64;
const none = new Uint32Array(0);

/** Strings stored once: the texts, where each begins, and a table to find a text's key by its hash. */
export class PooledTexts implements TextPool {
  readonly #arena: Arena;
  readonly #kernel: Kernel;
  readonly #store: TextStore;
  readonly #places: KeyColumn;
  readonly #lengths: KeyColumn;
  readonly #initials: PooledInitials | undefined;
  readonly #order: PoolOrder;
  readonly #wide: number[];
  /** Keys from 1; 0 is nobody's. */
  #size: number;
  #slots: Pointer;
  #slotCount: number;
  #slotView = none;

  constructor(arena: Arena, kernel: Kernel, rules: TextRules, saved?: SavedPool) {
    this.#arena = arena;
    this.#kernel = kernel;
    this.#size = saved?.size ?? 1;
    this.#store = new TextStore(arena, saved?.store);
    this.#places = new KeyColumn(arena, firstCapacity, saved?.places);
    this.#lengths = new KeyColumn(arena, firstCapacity, saved?.lengths);
    this.#slots = saved?.slots ?? 0;
    this.#slotCount = saved?.slotCount ?? 0;
    this.#wide = [...(saved?.wide ?? [])];
    this.#order = new PoolOrder(arena, this, rules.sortKey, saved?.order);
    this.#initials =
      rules.initials && new PooledInitials(arena, rules.initials, saved?.initials ?? undefined);
  }

  get size(): number {
    return this.#size;
  }

  keyOf(text: string): number | undefined {
    if (this.#slotCount === 0 || text === '') return undefined;
    const key = this.#slotsNow()[this.#slotOf(text)] ?? 0;
    return key === 0 ? undefined : key;
  }

  /** The key of a text that is not empty. */
  add(text: string): number {
    this.#makeRoom();
    const slot = this.#slotOf(text);
    const known = this.#slotsNow()[slot] ?? 0;
    if (known !== 0) return known;
    const key = this.#put(slot, this.#store.add(text), text.length);
    if (hasWide(text)) this.#wide.push(key);
    this.#initials?.add(key, text);
    return key;
  }

  /** The same of units from one place up to another. */
  addUnits(units: Uint16Array, from: number, to: number): number {
    this.#makeRoom();
    const slot = this.#slotOfUnits(units, from, to);
    const known = this.#slotsNow()[slot] ?? 0;
    if (known !== 0) return known;
    const key = this.#put(slot, this.#store.addUnits(units, from, to), to - from);
    for (let at = from; at < to; at++) {
      if (!isWide(units[at] ?? 0)) continue;
      this.#wide.push(key);
      break;
    }
    this.#initials?.add(key, this.textOf(key));
    return key;
  }

  get wide(): readonly number[] {
    return this.#wide;
  }

  textOf(key: number): string {
    if (key <= 0 || key >= this.#size) return '';
    return this.#store.read(this.#places.at(key), this.#lengths.at(key));
  }

  initialsOf(key: number): string {
    return key > 0 && key < this.#size ? (this.#initials?.initialsOf(key) ?? '') : '';
  }

  match(kind: 'contains' | 'starts' | 'initials', term: string, bits: Pointer): void {
    if (kind === 'initials') {
      this.#initials?.match(term, this.#kernel, this.#size, bits);
      return;
    }
    withNeedle(this.#arena, term, (needle) =>
      matchTexts(
        {
          arena: this.#arena,
          kernel: this.#kernel,
          store: this.#store,
          places: this.#places,
          lengths: this.#lengths,
        },
        {
          needle,
          units: term.length,
          size: this.#size,
          fits: (from, at) => kind === 'contains' || at === from,
        },
        bits,
      ),
    );
  }

  ranks(): Uint32Array {
    return this.#order.ranks();
  }

  save(block: SaveBlock): SavedPool {
    return {
      size: this.#size,
      store: this.#store.save(block),
      places: this.#places.save(block),
      lengths: this.#lengths.save(block),
      slots: this.#slotCount === 0 ? 0 : block(this.#slots, this.#slotCount * 4),
      slotCount: this.#slotCount,
      initials: this.#initials?.save(block) ?? null,
      order: this.#order.save(block),
      wide: [...this.#wide],
    };
  }

  #slotsNow(): Uint32Array {
    if (this.#slotView.length === 0) this.#slotView = this.#arena.u32(this.#slots, this.#slotCount);
    return this.#slotView;
  }

  /** The slot of a text, or the empty one in which it belongs. */
  #slotOf(text: string): number {
    const slots = this.#slotsNow();
    const mask = this.#slotCount - 1;
    let slot = hashOfString(text) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const key = slots[slot] ?? 0;
      if (key === 0) return slot;
      const units = this.#lengths.at(key);
      if (units === text.length && this.#store.equals(this.#places.at(key), units, text)) return slot;
    }
  }

  #slotOfUnits(units: Uint16Array, from: number, to: number): number {
    const slots = this.#slotsNow();
    const mask = this.#slotCount - 1;
    let slot = hashOfUnits(units, from, to) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const key = slots[slot] ?? 0;
      if (key === 0) return slot;
      if (this.#lengths.at(key) !== to - from) continue;
      if (this.#store.equalsUnits(this.#places.at(key), units, from, to)) return slot;
    }
  }

  #makeRoom(): void {
    if (this.#size * 2 > this.#slotCount) this.#rehash(Math.max(firstCapacity * 2, this.#slotCount * 2));
  }

  /** A new text that has been stored; answers its key. */
  #put(slot: number, place: number, units: number): number {
    const key = this.#size++;
    if (key >= this.#places.capacity) {
      this.#places.reserve(this.#places.capacity * 2);
      this.#lengths.reserve(this.#lengths.capacity * 2);
    }
    this.#places.set(key, place);
    this.#lengths.set(key, units);
    this.#slotsNow()[slot] = key;
    return key;
  }

  #rehash(slotCount: number): void {
    this.#arena.free(this.#slots, this.#slotCount * 4);
    this.#slots = this.#arena.allocate(slotCount * 4);
    this.#slotCount = slotCount;
    this.#slotView = none;
    const slots = this.#slotsNow();
    const mask = slotCount - 1;
    for (let key = 1; key < this.#size; key++) {
      const units = this.#arena.u16(this.#store.address(this.#places.at(key)), this.#lengths.at(key));
      let slot = hashOfUnits(units, 0, units.length) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = key;
    }
  }
}

function hashOfString(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function hashOfUnits(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
