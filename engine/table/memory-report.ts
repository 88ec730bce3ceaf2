import type { MutableDataset } from './mutable-dataset.ts';

/** Bytes that a dataset has in use, and of what. */
export interface MemoryReport {
  readonly total: number;
  /** By part: `ids`, `people`, the repeating sets with the ways from the people, and every column by its name. */
  readonly parts: Readonly<Record<string, number>>;
  /** In the memory below the end of what is used: nobody's. */
  readonly free: number;
}

/** What the arena holds for a dataset; what others keep there (facts, scratch bitmaps) is not counted. */
export function memoryOf(dataset: MutableDataset): MemoryReport {
  const parts: Record<string, number> = {};
  let total = 0;
  for (const part of dataset.memoryParts()) {
    let bytes = 0;
    part.save((pointer, size) => {
      if (pointer !== 0) bytes += size;
      return pointer;
    });
    parts[part.name] = bytes;
    total += bytes;
  }
  return { total, parts, free: dataset.arena.freeBytes };
}
