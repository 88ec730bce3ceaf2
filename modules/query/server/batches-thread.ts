import type { PeopleBatch } from '#engine';
import { openDatabase, serveAhead } from '#platform/server';
import { BatchReader, storedBatches, type BatchesInput, type StoredPeople } from './read-batches.ts';

/** What the thread that reads ahead is told. */
export interface ThreadInput extends BatchesInput {
  /** Where the database lies. */
  readonly folder: string;
}

/** What it gives: people made ready, or as they are stored when whoever loads them would have to wait. */
export type AheadPeople = { readonly batch: PeopleBatch } | { readonly stored: readonly StoredPeople[] };

/** While so few wait, the one who loads them will have nothing to do before the next are made ready. */
const few = 1;

serveAhead(
  async function* (input: ThreadInput, waiting): AsyncGenerator<AheadPeople> {
    const db = openDatabase(input.folder);
    const reader = new BatchReader(input);
    try {
      for await (const stored of storedBatches(db, input)) {
        if (waiting() <= few) yield { stored };
        else {
          for (const piece of stored) reader.add(piece);
          yield { batch: reader.take() };
        }
      }
    } finally {
      await db.destroy();
    }
  },
  (people) => ('batch' in people ? [people.batch.memory] : people.stored.map(({ sets }) => sets.buffer)),
);
