import { askedHere, type Here } from './asked-here.ts';
import type { WorkerCall, WorkerResult } from './worker.ts';

/** What the program that measures calls by the window: the same work in the page's own thread and in a worker. */
export interface BenchWindow {
  readonly here: Here;
  readonly inWorker: (verb: keyof Here, input: string | number) => Promise<unknown>;
}

const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
const waiting = new Map<number, (result: WorkerResult) => void>();
let calls = 0;

worker.addEventListener('message', ({ data }: MessageEvent<WorkerResult>) => {
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
});
worker.addEventListener('error', ({ message }) => {
  for (const [id, tell] of waiting) tell({ id, error: message });
  waiting.clear();
});

const inWorker: BenchWindow['inWorker'] = (verb, input) =>
  new Promise((resolve, reject) => {
    const call: WorkerCall = { id: calls++, verb, input };
    waiting.set(call.id, ({ value, error }) =>
      error === undefined ? resolve(value) : reject(new Error(error)),
    );
    worker.postMessage(call);
  });

Object.assign(window, { bench: { here: askedHere(), inWorker } satisfies BenchWindow });
