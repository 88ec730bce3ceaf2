import type { PeopleBatch } from '#engine';
import { openDatabase, serveAhead } from '#platform/server';
import { readBatches, type BatchesInput } from './read-batches.ts';

serveAhead(async function* (input: BatchesInput & { readonly folder: string }) {
  const db = openDatabase(input.folder);
  try {
    yield* readBatches(db, input);
  } finally {
    await db.destroy();
  }
}, memoryOf);

function memoryOf({ memory }: PeopleBatch): ArrayBuffer[] {
  return [memory];
}
