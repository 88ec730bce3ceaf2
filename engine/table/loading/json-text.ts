import type { Kernel } from '../../kernel/kernel.ts';
import { createMemory } from '../../kernel/load-kernel.ts';
import { Arena } from '../../memory/arena.ts';
import { refuse } from './no-json.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
const space = 0x20;

/** What the kernel says of a string: where it ends, and its hash. */
const numbersPerString = 2;
/** A string has two bytes at least, its quotes. */
const outPerByte = (numbersPerString * 4) / 2;
/** What is left of the first of them without the bit that says that there are escapes. */
const placeBits = 0x7fffffff;
const firstRoom = 16_384;

/** The name of a member as it is spelt in UTF-8. */
interface Name {
  readonly bytes: Uint8Array;
}

/**
 * A JSON text that is gone through from its beginning to its end. Where its strings end is found out by the kernel
 * before, so that nobody looks at their bytes who does not want them. Whatever is no JSON is refused with an error.
 */
export class JsonText {
  /** The text, with zeroes behind it; another array when a text came that needs more room. */
  bytes: Uint8Array;
  /** Where one is. */
  at = 0;
  /** Of the string that was passed last: did it have escapes, and the hash of its bytes. */
  isEscaped = false;
  hash = 0;
  readonly #kernel: Kernel;
  readonly #arena: Arena;
  #json = 0;
  #room = 0;
  #out = 0;
  #ends = new Int32Array(0);
  #length = 0;
  #strings = 0;
  /** The number of the string that comes next. */
  #next = 0;
  #nameTo = 0;

  constructor(kind?: Kernel['name']) {
    const { memory, kernel } = createMemory(0, kind);
    this.#kernel = kernel;
    this.#arena = new Arena(memory);
    this.bytes = this.#makeRoom(firstRoom);
  }

  /** Begins with a text of UTF-8. */
  open(text: Uint8Array): void {
    if (text.length >= this.#room) this.bytes = this.#makeRoom(text.length * 2);
    this.bytes.set(text);
    this.bytes[text.length] = 0;
    this.#length = text.length;
    this.#strings = this.#kernel.jsonStrings(this.#json, text.length, this.#out);
    this.#next = 0;
    this.at = 0;
    this.#skipSpace();
  }

  /** Is nothing left? */
  isAtEnd(): boolean {
    this.#skipSpace();
    return this.at >= this.#length;
  }

  expect(byte: number): void {
    this.#skipSpace();
    if (this.bytes[this.at] !== byte) refuse();
    this.at++;
    this.#skipSpace();
  }

  /** A list begins; answers whether there is anything in it. */
  openList(): boolean {
    return this.#open(openList, closeList);
  }

  /** An object begins; answers whether there is anything in it. */
  openObject(): boolean {
    return this.#open(openObject, closeObject);
  }

  /** Behind a value of a list or an object, which ends with `close`: does another one follow? */
  hasMore(close: number): boolean {
    this.#skipSpace();
    const byte = this.bytes[this.at++];
    if (byte !== close && byte !== comma) refuse();
    this.#skipSpace();
    return byte === comma;
  }

  /** Passes the name of a member; answers where it begins. */
  passName(): number {
    const from = this.at + 1;
    const to = this.passString();
    this.#nameTo = to;
    const { bytes } = this;
    // Nearly always nothing is between them.
    if (bytes[to + 1] === colon && (bytes[to + 2] ?? 0) > space) this.at = to + 2;
    else this.expect(colon);
    return from;
  }

  /**
   * The place among these of the name that was passed last, or of what it has from a place on, looked for behind the
   * one that came before; -1 when it is none of them.
   */
  placeAmong(names: readonly Name[], last: number, from: number): number {
    const { bytes } = this;
    const length = this.#nameTo - from;
    for (let tried = names.length, at = last + 1; tried > 0; tried--, at++) {
      if (at >= names.length) at = 0;
      const own = names[at]?.bytes;
      if (own?.length === length && isThere(own, bytes, from)) return at;
    }
    return -1;
  }

  /** The name that was passed last, as it is spelt. */
  nameFrom(from: number): Uint8Array {
    return this.bytes.slice(from, this.#nameTo);
  }

  /** Passes a string; answers where its closing quote is. */
  passString(): number {
    if (this.bytes[this.at] !== quote || this.#next >= this.#strings) refuse();
    const number = this.#next++ * numbersPerString;
    const end = this.#ends[number] ?? 0;
    this.isEscaped = end < 0;
    this.hash = this.#ends[number + 1] ?? 0;
    const to = end & placeBits;
    this.at = to + 1;
    return to;
  }

  /** Passes a number, true, false or null. */
  passLiteral(): void {
    const { bytes } = this;
    const from = this.at;
    let at = from;
    for (; at < this.#length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === comma || byte === closeObject || byte === closeList || byte <= space) break;
      if (byte === quote || byte === backslash) refuse();
    }
    if (at === from) refuse();
    this.at = at;
  }

  passValue(): void {
    const lead = this.bytes[this.at] ?? 0;
    if (lead === quote) this.passString();
    else if (lead === openList || lead === openObject) this.#passNested();
    else this.passLiteral();
  }

  #passNested(): void {
    let depth = 0;
    while (this.at < this.#length) {
      const byte = this.bytes[this.at];
      if (byte === quote) {
        this.passString();
        continue;
      }
      this.at++;
      if (byte === backslash) refuse();
      if (byte === openList || byte === openObject) depth++;
      else if ((byte === closeList || byte === closeObject) && --depth === 0) return;
    }
    refuse();
  }

  #open(lead: number, close: number): boolean {
    if (this.bytes[this.at] !== lead) refuse();
    this.at++;
    this.#skipSpace();
    if (this.bytes[this.at] !== close) return true;
    this.at++;
    return false;
  }

  #skipSpace(): void {
    while (this.at < this.#length && (this.bytes[this.at] ?? 0) <= space) this.at++;
  }

  #makeRoom(bytes: number): Uint8Array {
    this.#arena.free(this.#json, this.#room);
    this.#arena.free(this.#out, this.#room * outPerByte);
    this.#room = bytes;
    this.#json = this.#arena.allocate(bytes);
    this.#out = this.#arena.allocate(bytes * outPerByte);
    this.#ends = this.#arena.i32(this.#out, (bytes * outPerByte) / 4);
    return this.#arena.u8(this.#json, bytes);
  }
}

function isThere(own: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < own.length; at++) if (own[at] !== bytes[from + at]) return false;
  return true;
}
