import { roomFor, type BatchMemory } from './batch-memory.ts';
import { putString } from './json-strings.ts';
import type { BatchTexts } from './people-batch.ts';

/** Texts of a column as they come, kept as UTF-16; one that came before in the batch is the same text again. */
export class GatheredTexts {
  /** As they were spelt, to tell which are the same. */
  #spelt = new Uint8Array(1024);
  #speltEnds = new Uint32Array(64);
  #units = new Uint16Array(1024);
  #ends = new Uint32Array(64);
  #count = 0;
  #hashes = new Int32Array(64);
  /** Open addressing: numbers of texts by their hash. */
  #slots = new Uint32Array(256);

  /** The number of the text that is spelt by these bytes of a string of JSON; `hash` is theirs. */
  add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot] ?? 0; known !== 0; known = this.#slots[slot] ?? 0) {
      if (this.#hashes[known - 1] === hash && this.#isSpelt(known, bytes, from, to)) return known;
      slot = (slot + 1) & mask;
    }
    const number = this.append(bytes, from, to);
    this.#keepSpelling(number, bytes, from, to);
    this.#hashes = withRoom(this.#hashes, number);
    this.#hashes[number - 1] = hash;
    this.#slots[slot] = number;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  /** The number of a text that is kept by itself, whether it came before or not. */
  append(bytes: Uint8Array, from: number, to: number): number {
    const begin = this.#unitCount;
    this.#units = withRoom(this.#units, begin + to - from);
    this.#ends = withRoom(this.#ends, this.#count + 1);
    this.#ends[this.#count] = putString(this.#units, begin, bytes, from, to);
    return ++this.#count;
  }

  /** The bytes of a batch that all texts take. */
  get bytes(): number {
    return roomFor(this.#unitCount * 2) + roomFor(this.#count * 4);
  }

  /** All texts; then there are none. */
  take(memory: BatchMemory): BatchTexts {
    const units = memory.u16(this.#unitCount);
    const ends = memory.u32(this.#count);
    units.set(this.#units.subarray(0, units.length));
    ends.set(this.#ends.subarray(0, ends.length));
    this.#count = 0;
    this.#slots.fill(0);
    return { units, ends };
  }

  get #unitCount(): number {
    return this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0);
  }

  #isSpelt(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const begin = number < 2 ? 0 : (this.#speltEnds[number - 2] ?? 0);
    if ((this.#speltEnds[number - 1] ?? 0) - begin !== to - from) return false;
    const spelt = this.#spelt;
    for (let at = from, own = begin; at < to; at++, own++) if (bytes[at] !== spelt[own]) return false;
    return true;
  }

  #keepSpelling(number: number, bytes: Uint8Array, from: number, to: number): void {
    const begin = number < 2 ? 0 : (this.#speltEnds[number - 2] ?? 0);
    const end = begin + to - from;
    this.#spelt = withRoom(this.#spelt, end);
    this.#speltEnds = withRoom(this.#speltEnds, number);
    const spelt = this.#spelt;
    for (let at = from, own = begin; at < to; at++, own++) spelt[own] = bytes[at] ?? 0;
    this.#speltEnds[number - 1] = end;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 1; number <= this.#count; number++) {
      let slot = (this.#hashes[number - 1] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

/** The same array, or one at least twice as long with what it held, when it is shorter than wanted. */
export function withRoom<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  array: A,
  wanted: number,
): A {
  if (wanted <= array.length) return array;
  const length = Math.max(wanted, array.length * 2);
  const larger = new (array.constructor as new (length: number) => A)(length);
  larger.set(array);
  return larger;
}
