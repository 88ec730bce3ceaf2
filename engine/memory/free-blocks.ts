import type { Pointer } from './arena.ts';

/** Below this a piece of a larger block is not looked for: many small blocks would cut the large ones up. */
const leastPart = 4096;

/**
 * Blocks given back. One of just the size wanted is found at once, which is what scratch bitmaps live on; only when
 * there is none are neighbours joined, so that columns which outgrew their blocks leave room for others.
 */
export class FreeBlocks {
  #bySize = new Map<number, Pointer[]>();
  #bytes = 0;
  /** Nothing was given back since a block of this size was looked for in vain. */
  #inVain = Number.POSITIVE_INFINITY;

  /** Bytes in all free blocks. */
  get bytes(): number {
    return this.#bytes;
  }

  add(pointer: Pointer, size: number): void {
    this.#bytes += size;
    this.#inVain = Number.POSITIVE_INFINITY;
    const list = this.#bySize.get(size);
    if (list) list.push(pointer);
    else this.#bySize.set(size, [pointer]);
  }

  /** A block of this size, out of a larger one where it must be. */
  take(size: number): Pointer | undefined {
    const exact = this.#bySize.get(size)?.pop();
    if (exact !== undefined) {
      this.#bytes -= size;
      return exact;
    }
    if (size < leastPart || size > this.#bytes || size >= this.#inVain) return undefined;
    this.#join();
    const sizes = [...this.#bySize.keys()].filter((one) => one >= size);
    if (sizes.length === 0) {
      this.#inVain = size;
      return undefined;
    }
    const from = Math.min(...sizes);
    const pointer = this.#remove(from);
    if (from > size) this.add(pointer + size, from - size);
    return pointer;
  }

  /** Takes out what lies right below `top`; answers where it begins, `top` itself when nothing is there. */
  takeLast(top: Pointer): Pointer {
    this.#join();
    for (const [size, pointers] of this.#bySize) {
      const at = pointers.indexOf(top - size);
      if (at < 0) continue;
      pointers.splice(at, 1);
      this.#bytes -= size;
      return top - size;
    }
    return top;
  }

  #remove(size: number): Pointer {
    this.#bytes -= size;
    return this.#bySize.get(size)?.pop() ?? 0;
  }

  #join(): void {
    const blocks = [...this.#bySize].flatMap(([size, pointers]) => pointers.map((from) => ({ from, size })));
    this.#bySize = new Map();
    this.#bytes = 0;
    let last = { from: 0, size: 0 };
    for (const block of blocks.sort((a, b) => a.from - b.from)) {
      if (last.from + last.size === block.from) last.size += block.size;
      else {
        if (last.size > 0) this.add(last.from, last.size);
        last = block;
      }
    }
    if (last.size > 0) this.add(last.from, last.size);
  }
}
