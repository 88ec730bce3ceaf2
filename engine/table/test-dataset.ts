import type { Kernel } from '../kernel/kernel.ts';
import { createMemory } from '../kernel/load-kernel.ts';
import { createDataset } from './create-dataset.ts';
import type { DatasetOptions, MutableDataset } from './mutable-dataset.ts';
import type { DatasetSchema } from './schema.ts';
import type { SourcePerson, SourceRow, SourceUnit } from './source.ts';

/** A person of a test: a number for the id, rows by set. */
export function testPerson(
  number: number,
  sets: Readonly<Record<string, readonly SourceRow[]>>,
): SourcePerson {
  return { id: testId(number), sets };
}

/** The same id for the same number. */
export function testId(number: number): string {
  return `0192${number.toString(16).padStart(4, '0').slice(-4)}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A finished dataset of these people, on the kernel named (the best there is without a name). */
export function testDataset(
  schema: DatasetSchema,
  people: Iterable<SourcePerson>,
  { kernel, units, ...options }: TestDatasetOptions = {},
): MutableDataset {
  const made = createMemory(1 << 20, kernel);
  const dataset = createDataset(schema, made.memory, made.kernel, options);
  if (units) dataset.loadUnits(units);
  dataset.append(people);
  for (const _step of dataset.finish());
  return dataset;
}

interface TestDatasetOptions extends DatasetOptions {
  readonly kernel?: Kernel['name'];
  readonly units?: readonly SourceUnit[];
}
