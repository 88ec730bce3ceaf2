import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread sends: a thing that is done, or null behind the last one. */
export type AheadMessage<Item> = { readonly item: Item } | null;

/** Things that may wait in memory until somebody takes them. */
const ahead = 2;

/**
 * The one call of the script of `runAhead`: makes things from the input that the thread was started with, a few ahead
 * of the one who takes them. The memory named by `handedOver` goes along instead of being copied.
 */
export async function serveAhead<Input, Item>(
  make: (input: Input) => AsyncIterable<Item> | Iterable<Item>,
  handedOver: (item: Item) => ArrayBuffer[] = () => [],
): Promise<void> {
  if (!parentPort) throw new Error('things are made ahead in a worker thread');
  const port = parentPort;
  let waiting = 0;
  let wake = () => {};
  port.on('message', () => {
    waiting -= 1;
    wake();
  });
  for await (const item of make(workerData as Input)) {
    port.postMessage({ item } satisfies AheadMessage<Item>, handedOver(item));
    waiting += 1;
    // Also when nothing waits, for memory outside the heap is only given back between turns.
    await nextTurn();
    while (waiting > ahead) await new Promise<void>((resolve) => (wake = resolve));
  }
  port.postMessage(null satisfies AheadMessage<Item>);
  port.close();
}
