import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';

/** What the thread sends: a thing that is done, or null behind the last one. */
export type AheadMessage<Item> = { readonly item: Item } | null;

/** What the thread is told: that a thing was taken, or that nobody wants more. */
export type AheadOrder = 'taken' | 'stop';

/** Things that may wait in memory until somebody takes them. */
const ahead = 2;

/**
 * The one call of the script of `runAhead`: makes things from the input that the thread was started with, a few ahead
 * of the one who takes them. The memory named by `handedOver` goes along instead of being copied. What breaks the
 * making ends the thread. The script does not wait for it, so that its module is evaluated before anything is made.
 * `waiting` tells how many things nobody has taken yet.
 */
export function serveAhead<Input, Item>(
  make: (input: Input, waiting: () => number) => AsyncIterable<Item> | Iterable<Item>,
  handedOver: (item: Item) => ArrayBuffer[] = () => [],
): void {
  if (!parentPort) throw new Error('things are made ahead in a worker thread');
  void serve(parentPort, (waiting) => make(workerData as Input, waiting), handedOver);
}

async function serve<Item>(
  port: MessagePort,
  make: (waiting: () => number) => AsyncIterable<Item> | Iterable<Item>,
  handedOver: (item: Item) => ArrayBuffer[],
): Promise<void> {
  let waiting = 0;
  let stopped = false;
  let wake = () => {};
  port.on('message', (order: AheadOrder) => {
    if (order === 'taken') waiting -= 1;
    else stopped = true;
    wake();
  });
  for await (const item of make(() => waiting)) {
    if (stopped) break;
    port.postMessage({ item } satisfies AheadMessage<Item>, handedOver(item));
    waiting += 1;
    // Also when nothing waits, for memory outside the heap is only given back between turns.
    await nextTurn();
    while (waiting > ahead && !stopped) await new Promise<void>((resolve) => (wake = resolve));
    if (stopped) break;
  }
  port.postMessage(null satisfies AheadMessage<Item>);
  port.close();
}
