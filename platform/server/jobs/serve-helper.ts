import { parentPort } from 'node:worker_threads';

/** What the thread is told: a thing to do, or null behind the last one. */
export type HelperOrder<Input> = { readonly input: Input } | null;

export interface HelperAnswer<Output> {
  readonly output: Output;
}

/**
 * The one call of the script of a `HelperThread`: does what it is asked. The memory named by `handedOver` goes along
 * instead of being copied. What breaks the work ends the thread.
 */
export function serveHelper<Input, Output>(
  work: (input: Input) => Output,
  handedOver: (output: Output) => ArrayBuffer[] = () => [],
): void {
  const port = parentPort;
  if (!port) throw new Error('a helper works in a thread of its own');
  port.on('message', (order: HelperOrder<Input>) => {
    if (order === null) return port.close();
    const output = work(order.input);
    port.postMessage({ output } satisfies HelperAnswer<Output>, handedOver(output));
  });
}
