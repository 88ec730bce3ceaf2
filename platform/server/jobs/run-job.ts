import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { CadreError } from '#platform/model';
import {
  abortMessage,
  cancelled,
  type JobMessage,
  type JobProgress,
  type SentError,
  type ThreadStart,
} from './job-messages.ts';

const thread = new URL('./job-thread.ts', import.meta.url);

export interface JobOptions {
  /** A module that calls `serveJob`. */
  readonly script: URL;
  /** What the job needs, cloned into the worker. */
  readonly input: unknown;
  readonly onProgress?: (progress: JobProgress) => void;
  /** Asks the job to stop; one that does not within `patience` is ended by force. */
  readonly signal?: AbortSignal;
  /** Milliseconds between the asking and the force. */
  readonly patience?: number;
}

/**
 * Runs long work in a thread of its own, so that requests do not wait for it. Fails with the job's own error, or with
 * `cancelled` when it was asked to stop before it was done.
 */
export async function runJob<Result>(options: JobOptions): Promise<Result> {
  const { script, input, onProgress, signal, patience = 5_000 } = options;
  if (signal?.aborted) throw cancelled();
  const start: ThreadStart = { script: script.href, compileCache: getCompileCacheDir(), input };
  const worker = new Worker(thread, { workerData: start });
  let force: NodeJS.Timeout | undefined;
  const ask = () => {
    worker.postMessage(abortMessage);
    force = setTimeout(() => void worker.terminate(), patience);
  };
  signal?.addEventListener('abort', ask, { once: true });
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.on('message', (message: JobMessage) => {
        if (message.kind === 'progress') onProgress?.(message.progress);
        else if (message.kind === 'result') resolve(message.result as Result);
        else reject(reborn(message.error));
      });
      worker.on('error', reject);
      worker.on('exit', (code) =>
        reject(signal?.aborted ? cancelled() : new Error(`the job's thread ended early with code ${code}`)),
      );
    });
  } finally {
    signal?.removeEventListener('abort', ask);
    clearTimeout(force);
    await worker.terminate();
  }
}

function reborn({ code, status, message, details }: SentError): CadreError {
  return new CadreError(code, status, message, details);
}
