/** Arrays begin at multiples of so many bytes. */
const alignment = 4;

/** One piece of memory for all arrays of a batch: it goes to another thread, and is given back, as one. */
export class BatchMemory {
  readonly buffer: ArrayBuffer;
  #top = 0;

  /** `bytes` is the sum of `roomFor` of all arrays. */
  constructor(bytes: number) {
    this.buffer = new ArrayBuffer(bytes);
  }

  u16(length: number): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.buffer, this.#take(length * 2), length);
  }

  u32(length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.buffer, this.#take(length * 4), length);
  }

  #take(bytes: number): number {
    const from = this.#top;
    this.#top += roomFor(bytes);
    return from;
  }
}

/** The room that an array of so many bytes takes of the memory of a batch. */
export function roomFor(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}
