import { runAhead } from '#platform/server';
import type { ReadBatch } from './read-batch.ts';

/** Reads forms while the ones before are being written, for the one takes as long as the other. */
export function readAhead(paths: readonly string[]): AsyncGenerator<ReadBatch> {
  return runAhead(new URL('./reader-thread.ts', import.meta.url), paths);
}
