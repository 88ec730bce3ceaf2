/** A table of codes: looked up bit by bit, by the length of the code. */
export interface HuffmanTable {
  /** By length 1–16: the first code of that length, one more than its last, and where its values begin. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly start: Int32Array;
  readonly values: Uint8Array;
}

export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const first = new Int32Array(17);
  const end = new Int32Array(17);
  const start = new Int32Array(17);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length += 1) {
    const count = counts[length - 1] ?? 0;
    first[length] = code;
    start[length] = index;
    code += count;
    index += count;
    end[length] = code;
    code <<= 1;
  }
  return { first, end, start, values };
}

/** Ends the reading of a picture that is not as it should be. */
export class BrokenPicture extends Error {}

/** The bits of one scan; stuffed zeros are skipped, a marker ends them. */
export class BitReader {
  readonly #bytes: Uint8Array;
  at: number;
  #bits = 0;
  #left = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  bit(): number {
    if (this.#left === 0) this.#next();
    this.#left -= 1;
    return (this.#bits >> this.#left) & 1;
  }

  bits(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index += 1) value = (value << 1) | this.bit();
    return value;
  }

  /** A number of so many bits, the first half of the range being negative. */
  signed(count: number): number {
    if (count === 0) return 0;
    const value = this.bits(count);
    return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  }

  code(table: HuffmanTable): number {
    let code = 0;
    for (let length = 1; length <= 16; length += 1) {
      code = (code << 1) | this.bit();
      const end = table.end[length] ?? 0;
      const first = table.first[length] ?? 0;
      if (code < end && code >= first) return table.values[(table.start[length] ?? 0) + code - first] ?? 0;
    }
    throw new BrokenPicture();
  }

  /** Begins anew behind the next restart marker. */
  restart(): void {
    this.#left = 0;
    const bytes = this.#bytes;
    if (bytes[this.at] === 0xff && (bytes[this.at + 1] ?? 0) >= 0xd0 && (bytes[this.at + 1] ?? 0) <= 0xd7)
      this.at += 2;
  }

  #next(): void {
    const byte = this.#bytes[this.at];
    // Behind the end of the data zeros are read, as other programs do.
    if (byte === undefined) throw new BrokenPicture();
    if (byte === 0xff) {
      if (this.#bytes[this.at + 1] !== 0) {
        this.#bits = 0;
        this.#left = 8;
        return;
      }
      this.at += 1;
    }
    this.at += 1;
    this.#bits = byte;
    this.#left = 8;
  }
}
