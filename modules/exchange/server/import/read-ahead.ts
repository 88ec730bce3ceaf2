import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadBatch } from './read-batch.ts';
import type { ReaderMessage } from './reader-thread.ts';

const script = new URL('./reader-thread.ts', import.meta.url);

/**
 * Reads forms in a thread of its own, a few batches ahead of the one who writes them, for the one takes as long as the
 * other. What breaks the thread is thrown here; the thread ends with the generator.
 */
export async function* readAhead(paths: readonly string[]): AsyncGenerator<ReadBatch> {
  const thread = new Worker(script, { workerData: paths, resourceLimits: { maxYoungGenerationSizeMb: 24 } });
  try {
    for await (const [message] of on(thread, 'message', { close: ['exit'] })) {
      const batch = message as ReaderMessage;
      if (batch === null) return;
      thread.postMessage('taken');
      yield batch;
    }
    throw new Error('the thread that reads forms ended early');
  } finally {
    await thread.terminate();
  }
}
