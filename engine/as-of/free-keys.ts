import type { KeyColumn } from '../column/key-column.ts';
import type { Arena } from '../memory/arena.ts';

/** Gives back where keys are stored; nobody reads them any more. */
export function freeKeys(arena: Arena, keys: KeyColumn): void {
  arena.free(keys.pointer, keys.width * keys.capacity);
}
