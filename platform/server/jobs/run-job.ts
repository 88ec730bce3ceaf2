import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CadreError } from '#platform/model';
import {
  cancelled,
  type JobAbort,
  type JobMessage,
  type JobProgress,
  type JobStart,
  type SentError,
} from './job-messages.ts';

export interface JobOptions {
  /** A module that calls `serveJob`. */
  readonly script: URL;
  /** What the job needs, cloned into its process. */
  readonly input: unknown;
  readonly onProgress?: (progress: JobProgress) => void;
  /** Asks the job to stop; one that does not within `patience` is ended by force. */
  readonly signal?: AbortSignal;
  /** Milliseconds between the asking and the force. */
  readonly patience?: number;
}

/**
 * Runs long work in a process of its own: requests do not wait for it, and the memory that it needed goes back to the
 * machine when it ends, which a thread's does not. Fails with the job's own error, or with `cancelled` when it was asked
 * to stop before it was done.
 */
export async function runJob<Result>(options: JobOptions): Promise<Result> {
  const { script, input, onProgress, signal, patience = 5_000 } = options;
  if (signal?.aborted) throw cancelled();
  const cache = getCompileCacheDir();
  const child = fork(fileURLToPath(script), {
    serialization: 'advanced',
    // Long work makes much that is soon garbage; without a bound the young generation alone takes 128 MB.
    execArgv: ['--max-semi-space-size=16'],
    // Compiling everything anew is half of a start.
    env: { ...process.env, ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }) },
  });
  let force: NodeJS.Timeout | undefined;
  const ask = () => {
    child.send({ kind: 'abort' } satisfies JobAbort);
    force = setTimeout(() => child.kill('SIGKILL'), patience);
  };
  signal?.addEventListener('abort', ask, { once: true });
  try {
    return await new Promise<Result>((resolve, reject) => {
      child.on('message', (message: JobMessage) => {
        if (message.kind === 'progress') onProgress?.(message.progress);
        else if (message.kind === 'result') resolve(message.result as Result);
        else reject(message.kind === 'refused' ? reborn(message.error) : message.error);
      });
      child.on('error', reject);
      child.on('exit', (code) =>
        reject(signal?.aborted ? cancelled() : new Error(`the job's process ended early with code ${code}`)),
      );
      child.send({ kind: 'start', input } satisfies JobStart);
    });
  } finally {
    signal?.removeEventListener('abort', ask);
    clearTimeout(force);
    child.kill('SIGKILL');
  }
}

function reborn({ code, status, message, details }: SentError): CadreError {
  return new CadreError(code, status, message, details);
}
