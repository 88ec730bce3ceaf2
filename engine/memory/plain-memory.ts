import type { LinearMemory } from './arena.ts';

const page = 65_536;
/** As far as a WebAssembly memory goes, so that addresses are the same everywhere. */
const mostPages = 65_536;

/** A linear memory where there is no WebAssembly. Growing takes the old buffer away from its views, as there. */
export class PlainMemory implements LinearMemory {
  #buffer: ArrayBuffer;

  constructor(bytes: number) {
    this.#buffer = new ArrayBuffer(Math.ceil(bytes / page) * page);
  }

  get buffer(): ArrayBuffer {
    return this.#buffer;
  }

  grow(pages: number): number {
    const before = this.#buffer.byteLength / page;
    if (before + pages > mostPages) throw new RangeError('no more memory');
    this.#buffer = this.#buffer.transfer((before + pages) * page);
    return before;
  }
}
