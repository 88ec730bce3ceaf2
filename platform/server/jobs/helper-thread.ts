import { Worker } from 'node:worker_threads';
import type { HelperAnswer, HelperOrder } from './serve-helper.ts';

/** What is made here is short-lived: a small young generation keeps the memory of the process low. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

interface Asking<Output> {
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A thread that does by `serveHelper` what it is asked, one thing after another, while this one goes on. What breaks the
 * work breaks the thread: everything that was asked and will be asked then fails with it. It is asked to end and never
 * terminated, for the reason that `runAhead` gives.
 */
export class HelperThread<Input, Output> {
  readonly #thread: Worker;
  readonly #asked: Asking<Output>[] = [];
  readonly #ended: Promise<void>;
  #broken: Error | null = null;

  constructor(script: URL) {
    this.#thread = new Worker(script, { resourceLimits });
    this.#thread.on('message', ({ output }: HelperAnswer<Output>) => this.#asked.shift()?.resolve(output));
    this.#thread.on('error', (error) => this.#break(error as Error));
    this.#ended = new Promise((resolve) =>
      this.#thread.once('exit', () => {
        this.#break(new Error('the thread that helps ended early'));
        resolve();
      }),
    );
  }

  ask(input: Input): Promise<Output> {
    if (this.#broken) return Promise.reject(this.#broken);
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#thread.postMessage({ input } satisfies HelperOrder<Input>);
    });
  }

  /** Lets the thread end; what was asked before is still done. */
  async end(): Promise<void> {
    this.#thread.postMessage(null satisfies HelperOrder<Input>);
    await this.#ended;
  }

  #break(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#asked.splice(0)) reject(this.#broken);
  }
}
