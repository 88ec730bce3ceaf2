import type { Pointer } from './arena.ts';

/**
 * Takes a block into a snapshot, so many bytes of it as were asked for when it was allocated, and answers its address
 * there. Whoever owns blocks describes itself with this as plain JSON and can be made again from it.
 */
export type SaveBlock = (pointer: Pointer, bytes: number) => Pointer;
