import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AheadMessage, AheadOrder } from './serve-ahead.ts';

/** What is made here is short-lived, and soon taken: a small young generation keeps the memory of the process low. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/**
 * Things that a script makes by `serveAhead` in a thread of its own, while the ones before are being used. What breaks
 * the thread is thrown here; the thread ends with the generator. It is asked to end and never terminated: a thread
 * that is terminated while its modules are being evaluated can take the whole process with it.
 */
export async function* runAhead<Item>(script: URL, input: unknown): AsyncGenerator<Item> {
  const thread = new Worker(script, { workerData: input, resourceLimits });
  const ended = new Promise((resolve) => thread.once('exit', resolve));
  const order = (what: AheadOrder) => thread.postMessage(what);
  try {
    for await (const [message] of on(thread, 'message', { close: ['exit'] })) {
      const next = message as AheadMessage<Item>;
      if (next === null) return;
      order('taken');
      yield next.item;
    }
    throw new Error('the thread that works ahead ended early');
  } finally {
    order('stop');
    await ended;
  }
}
