import type { Arena, Pointer } from '../memory/arena.ts';
import { roomFor } from '../memory/room.ts';
import type { SaveBlock } from '../memory/saved-block.ts';

const wordsPerId = 4;
const bytesPerId = 16;

export interface SavedIds {
  readonly ids: Pointer;
  readonly capacity: number;
  readonly rows: number;
  readonly slots: Pointer;
  readonly slotCount: number;
}

/** The ids of the rows, UUIDs in 16 bytes each, and the way back from an id to its row. */
export class PersonIds {
  readonly #arena: Arena;
  #ids: Pointer = 0;
  #capacity = 0;
  #rows = 0;
  /** Open addressing: row + 1, 0 where nothing is. */
  #slots: Pointer = 0;
  #slotCount = 0;
  readonly #wanted = new Uint32Array(wordsPerId);

  constructor(arena: Arena, saved?: SavedIds) {
    this.#arena = arena;
    if (!saved) return;
    this.#ids = saved.ids;
    this.#capacity = saved.capacity;
    this.#rows = saved.rows;
    this.#slots = saved.slots;
    this.#slotCount = saved.slotCount;
  }

  get rows(): number {
    return this.#rows;
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** The row of an id, whether somebody is there or not. */
  rowOf(id: string): number | undefined {
    if (this.#rows === 0 || !readUuid(id, this.#wanted)) return undefined;
    const slots = this.#arena.u32(this.#slots, this.#slotCount);
    const row = slots[this.#slotOf(slots)] ?? 0;
    return row === 0 ? undefined : row - 1;
  }

  idOf(row: number): string {
    return writeUuid(this.#arena.u32(this.#ids + row * bytesPerId, wordsPerId));
  }

  /** The row of an id, the next one when it is new. Throws for what is not a UUID. */
  add(id: string): number {
    if (!readUuid(id, this.#wanted)) throw new TypeError('the id of a person is not a UUID');
    if (this.#rows === this.#capacity) this.reserve(roomFor(this.#capacity));
    const slots = this.#arena.u32(this.#slots, this.#slotCount);
    const slot = this.#slotOf(slots);
    const known = slots[slot] ?? 0;
    if (known !== 0) return known - 1;
    const row = this.#rows++;
    slots[slot] = row + 1;
    this.#arena.u32(this.#ids, this.#rows * wordsPerId).set(this.#wanted, row * wordsPerId);
    return row;
  }

  reserve(capacity: number): void {
    if (capacity <= this.#capacity) return;
    this.#ids = this.#arena.resize(this.#ids, this.#capacity * bytesPerId, capacity * bytesPerId);
    this.#capacity = capacity;
    const wanted = 2 ** Math.ceil(Math.log2(capacity * 1.5));
    if (wanted > this.#slotCount) this.#rehash(wanted);
  }

  save(block: SaveBlock): SavedIds {
    return {
      ids: block(this.#ids, this.#capacity * bytesPerId),
      capacity: this.#capacity,
      rows: this.#rows,
      slots: block(this.#slots, this.#slotCount * 4),
      slotCount: this.#slotCount,
    };
  }

  #rehash(slotCount: number): void {
    this.#arena.free(this.#slots, this.#slotCount * 4);
    this.#slots = this.#arena.allocate(slotCount * 4);
    this.#slotCount = slotCount;
    const slots = this.#arena.u32(this.#slots, slotCount);
    const ids = this.#arena.u32(this.#ids, this.#rows * wordsPerId);
    const mask = slotCount - 1;
    for (let row = 0; row < this.#rows; row++) {
      let slot = hashOf(ids, row * wordsPerId) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
  }

  /** The slot in which the wanted id is, or the empty one in which it belongs. */
  #slotOf(slots: Uint32Array): number {
    const ids = this.#arena.u32(this.#ids, this.#rows * wordsPerId);
    const wanted = this.#wanted;
    const mask = this.#slotCount - 1;
    let slot = hashOf(wanted, 0) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const row = slots[slot] ?? 0;
      if (row === 0) return slot;
      const at = (row - 1) * wordsPerId;
      if (
        ids[at] === wanted[0] &&
        ids[at + 1] === wanted[1] &&
        ids[at + 2] === wanted[2] &&
        ids[at + 3] === wanted[3]
      )
        return slot;
    }
  }
}

/** UUIDs that begin with the time have their randomness at the end: all words count. */
function hashOf(words: Uint32Array, at: number): number {
  let hash = Math.imul((words[at] ?? 0) ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (words[at + 1] ?? 0), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ (words[at + 2] ?? 0), 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16) ^ (words[at + 3] ?? 0), 0x165667b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Reads a UUID into four words, the first digits highest; false for anything else. */
function readUuid(id: string, words: Uint32Array): boolean {
  if (id.length !== 36) return false;
  let word = 0;
  let digits = 0;
  for (let at = 0; at < 36; at++) {
    const unit = id.charCodeAt(at);
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (unit !== 0x2d) return false;
      continue;
    }
    const digit =
      unit >= 0x30 && unit <= 0x39
        ? unit - 0x30
        : (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x66
          ? (unit | 0x20) - 0x57
          : -1;
    if (digit < 0) return false;
    word = (word << 4) | digit;
    if ((++digits & 7) === 0) words[(digits >> 3) - 1] = word;
  }
  return true;
}

function writeUuid(words: Uint32Array): string {
  const hex = Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const unread = new Uint32Array(wordsPerId);

export function isUuid(id: string): boolean {
  return readUuid(id, unread);
}
