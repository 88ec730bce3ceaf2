import { sql } from 'kysely';
import { dirname } from 'node:path';
import type { DatasetSchema, MutableDataset, PeopleBatch } from '#engine';
import { runAhead, type Store } from '#platform/server';
import type { AheadPeople, ThreadInput } from './batches-thread.ts';
import { BatchReader, storedBatches, type BatchesInput, type StoredPeople } from './read-batches.ts';

/** From so many people on a thread of its own reads ahead; starting it takes as long as reading some thousands. */
const many = 5_000;

/** People a batch: some milliseconds of work for the one who loads them, so that a server goes on answering. */
const usualBatch = 500;

/**
 * Loads everybody into tables that are empty. Between two batches others may work. Throws when the thread that reads
 * ahead breaks or ends early; the tables are then not to be used.
 */
export async function loadPeople(
  store: Store,
  schema: DatasetSchema,
  dataset: MutableDataset,
  people: number,
  perBatch = usualBatch,
): Promise<void> {
  const { sets } = schema;
  const orders = Object.fromEntries(sets.map(({ name }) => [name, store.registry.get(name).order ?? []]));
  const input: BatchesInput = { sets, orders, perBatch };
  const reader = new BatchReader(input);
  for await (const some of people < many ? readHere(store, input) : readAhead(await folderOf(store), input)) {
    const batch = 'batch' in some ? some.batch : await makeReady(reader, some.stored);
    dataset.load(batch);
    // Given back at once, as the memory of the records is by `BatchReader`.
    batch.memory.transfer(0);
    await breath();
  }
}

async function* readHere({ db }: Store, input: BatchesInput): AsyncGenerator<AheadPeople> {
  for await (const stored of storedBatches(db, input)) yield { stored };
}

/** The same, read by a thread that is a few batches ahead, which makes them ready unless nothing would wait here. */
function readAhead(folder: string, input: BatchesInput): AsyncGenerator<AheadPeople> {
  return runAhead(new URL('./batches-thread.ts', import.meta.url), {
    ...input,
    folder,
  } satisfies ThreadInput);
}

async function makeReady(reader: BatchReader, stored: readonly StoredPeople[]): Promise<PeopleBatch> {
  for (const piece of stored) {
    reader.add(piece);
    await breath();
  }
  return reader.take();
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
