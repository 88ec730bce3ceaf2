import type { Arena, Pointer } from '../memory/arena.ts';
import type { Scratch } from './context.ts';

/** Blocks that questions work with, handed out again and again; only what many questions need at once is kept. */
export class ScratchPool implements Scratch {
  readonly #arena: Arena;
  readonly #free = new Map<number, Pointer[]>();
  /** Blocks in use and their bytes. */
  readonly #taken = new Map<Pointer, number>();

  constructor(arena: Arena) {
    this.#arena = arena;
  }

  take(bytes: number): Pointer {
    const pointer = this.#free.get(bytes)?.pop() ?? this.#arena.allocate(bytes);
    this.#taken.set(pointer, bytes);
    return pointer;
  }

  give(pointer: Pointer, bytes: number): void {
    if (!this.#taken.delete(pointer)) return;
    const list = this.#free.get(bytes);
    if (list) list.push(pointer);
    else this.#free.set(bytes, [pointer]);
  }

  /** The blocks in use; with `takenSince`, those that were taken after it can be given back. */
  mark(): ReadonlySet<Pointer> {
    return new Set(this.#taken.keys());
  }

  /** Gives back everything that was taken after the mark, when a question ends or breaks off. */
  giveSince(mark: ReadonlySet<Pointer>): void {
    for (const [pointer, bytes] of this.#taken) if (!mark.has(pointer)) this.give(pointer, bytes);
  }

  /** Gives free blocks to the arena: their sizes belong to tables that have grown since. */
  release(): void {
    for (const [bytes, pointers] of this.#free)
      for (const pointer of pointers) this.#arena.free(pointer, bytes);
    this.#free.clear();
  }
}
