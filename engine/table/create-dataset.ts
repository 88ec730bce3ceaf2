import type { Kernel } from '../kernel/kernel.ts';
import { Arena, type LinearMemory } from '../memory/arena.ts';
import type { DatasetOptions, MutableDataset } from './mutable-dataset.ts';
import type { DatasetSchema } from './schema.ts';
import { StoredDataset } from './stored-dataset.ts';

/** An empty dataset in a memory that nobody else uses. */
export function createDataset(
  schema: DatasetSchema,
  memory: LinearMemory,
  kernel: Kernel,
  options: DatasetOptions = {},
): MutableDataset {
  return new StoredDataset(schema, new Arena(memory), kernel, options);
}
