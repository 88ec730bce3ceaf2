import { sql } from 'kysely';
import { dirname } from 'node:path';
import type { DatasetSchema, MutableDataset, PeopleBatch } from '#engine';
import { runAhead, type Store } from '#platform/server';
import { readBatches, type BatchesInput } from './read-batches.ts';

/** From so many people on a thread of its own reads ahead; starting it takes as long as reading some thousands. */
const many = 5_000;

/**
 * Loads everybody into tables that are empty. Between two batches others may work. Throws when the thread that reads
 * ahead breaks or ends early; the tables are then not to be used.
 */
export async function loadPeople(
  store: Store,
  schema: DatasetSchema,
  dataset: MutableDataset,
  people: number,
): Promise<void> {
  const { sets } = schema;
  const orders = Object.fromEntries(sets.map(({ name }) => [name, store.registry.get(name).order ?? []]));
  const input: BatchesInput = { sets, orders };
  const batches = people < many ? readBatches(store.db, input) : readAhead(await folderOf(store), input);
  for await (const batch of batches) {
    dataset.load(batch);
    // Given back at once, as the memory of the records is in `readBatches`.
    batch.memory.transfer(0);
    await breath();
  }
}

/** The same batches, made by a thread that is a few ahead. */
function readAhead(folder: string, input: BatchesInput): AsyncGenerator<PeopleBatch> {
  return runAhead(new URL('./batches-thread.ts', import.meta.url), { ...input, folder });
}

/** Where the database lies. */
async function folderOf({ db }: Store): Promise<string> {
  const { rows } = await sql<{
    file: string;
  }>`select file from pragma_database_list where name = 'main'`.execute(db);
  return dirname(rows[0]?.file ?? '');
}

/** Lets others work between two steps. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
