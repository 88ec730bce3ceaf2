import { FreeBlocks } from './free-blocks.ts';

/** A piece of memory that can grow: a WebAssembly memory, or `PlainMemory` where there is none. */
export interface LinearMemory {
  /** Changes its identity when the memory grows: never keep it, nor a view of it, across a call that may allocate. */
  readonly buffer: ArrayBuffer;
  /** Grows by pages of 64 KiB; throws when there is no more. */
  grow(pages: number): number;
}

/** The address of the first byte of a block. */
export type Pointer = number;

const page = 65_536;
const alignment = 64;
/** Kernels read whole blocks: after every allocation as many bytes may be read, though they mean nothing. */
const readAhead = 256;
/** The first page belongs to the kernel; 0 is nobody's address, "no block". */
export const firstAddress = page;

/**
 * The memory in which all columns live. Blocks begin at multiples of 64, are zeroed, and are used again when
 * they are given back, so that long life does not grow it without end. Views are taken anew for each piece of work.
 */
export class Arena {
  readonly memory: LinearMemory;
  #top: number;
  readonly #free = new FreeBlocks();
  /** From here on memory was never used and is zero. */
  #untouched: number;

  /** With `top`, the memory already holds blocks up to there (a snapshot that was read). */
  constructor(memory: LinearMemory, top: number = firstAddress) {
    this.memory = memory;
    this.#top = top;
    this.#untouched = top;
  }

  /** Bytes in use, free blocks between them included: what a snapshot holds. */
  get top(): number {
    return this.#top;
  }

  /** A zeroed block of at least so many bytes. */
  allocate(bytes: number): Pointer {
    const size = blockSize(bytes);
    const reused = this.#free.take(size);
    if (reused !== undefined) {
      this.u8(reused, size).fill(0);
      return reused;
    }
    const pointer = this.#top;
    this.#reserve(pointer + size);
    this.#top = pointer + size;
    if (pointer < this.#untouched) this.u8(pointer, Math.min(size, this.#untouched - pointer)).fill(0);
    this.#untouched = Math.max(this.#untouched, this.#top);
    return pointer;
  }

  /** Gives a block back; `bytes` as it was asked for. */
  free(pointer: Pointer, bytes: number): void {
    if (pointer !== 0) this.#free.add(pointer, blockSize(bytes));
  }

  /** Bytes below the top that nobody uses. */
  get freeBytes(): number {
    return this.#free.bytes;
  }

  /** Lowers the top when the last blocks are free. */
  trim(): void {
    this.#top = this.#free.takeLast(this.#top);
  }

  /** A block of another size with the same content; what is added is zero. */
  resize(pointer: Pointer, bytes: number, wanted: number): Pointer {
    if (pointer !== 0 && blockSize(bytes) === blockSize(wanted)) {
      if (wanted > bytes) this.u8(pointer, wanted).fill(0, bytes);
      return pointer;
    }
    const moved = this.allocate(wanted);
    if (pointer !== 0) {
      this.u8(moved, wanted).set(this.u8(pointer, Math.min(bytes, wanted)));
      this.free(pointer, bytes);
    }
    return moved;
  }

  u8(pointer: Pointer, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer, pointer, length);
  }

  u16(pointer: Pointer, length: number): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.memory.buffer, pointer, length);
  }

  u32(pointer: Pointer, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.memory.buffer, pointer, length);
  }

  i32(pointer: Pointer, length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.memory.buffer, pointer, length);
  }

  #reserve(bytes: number): void {
    const missing = bytes + page - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    // Growing ahead saves most of the calls, of which each is a new buffer of all memory to the host's collector; what
    // nobody has touched takes no room. Near the end the memory itself refuses.
    const ahead = Math.min(this.memory.buffer.byteLength, 64 * 1024 * 1024);
    const pages = Math.ceil(missing / page);
    try {
      this.memory.grow(pages + Math.ceil(ahead / page));
    } catch {
      this.memory.grow(pages);
    }
  }
}

/** The bytes that a block takes of the memory. */
export function blockSize(bytes: number): number {
  return Math.ceil((bytes + readAhead) / alignment) * alignment;
}
