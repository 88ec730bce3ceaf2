/** Fields of an entry, side by side so that one piece of cache holds them. */
const entryWords = 4;
const keyField = 0;
/** The last row that was seen with the pair, plus 1. */
export const lastField = 1;
/** While counting the bytes of its list; then where the list is written, or `asBitmap`. */
export const bytesField = 2;
/** Where its rows begin. */
export const offsetField = 3;

const firstSlots = 1024;

/** A hash table of pairs for the time an index is built; key 0 is no pair. */
export class PairTable {
  words = new Uint32Array(firstSlots * entryWords);
  mask = firstSlots - 1;
  count = 0;

  /** The place of a pair's entry, which is new when it was not there. */
  entryOf(key: number): number {
    const { words, mask } = this;
    let slot = hashOf(key) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const there = words[slot * entryWords];
      if (there === key) return slot * entryWords;
      if (there === 0) break;
    }
    if (++this.count * 2 > mask) {
      this.#grow();
      return this.#put(key);
    }
    words[slot * entryWords] = key;
    return slot * entryWords;
  }

  /** All pairs, ascending. */
  sortedKeys(): Uint32Array {
    const keys = new Uint32Array(this.count);
    let at = 0;
    for (let entry = 0; entry < this.words.length; entry += entryWords) {
      const key = this.words[entry + keyField] ?? 0;
      if (key !== 0) keys[at++] = key;
    }
    return keys.sort();
  }

  #grow(): void {
    const before = this.words;
    this.words = new Uint32Array(before.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let entry = 0; entry < before.length; entry += entryWords) {
      const key = before[entry] ?? 0;
      if (key !== 0) this.words.set(before.subarray(entry + 1, entry + entryWords), this.#put(key) + 1);
    }
  }

  #put(key: number): number {
    let slot = hashOf(key) & this.mask;
    while (this.words[slot * entryWords] !== 0) slot = (slot + 1) & this.mask;
    this.words[slot * entryWords] = key;
    return slot * entryWords;
  }
}

function hashOf(key: number): number {
  const hash = Math.imul(key, 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}
