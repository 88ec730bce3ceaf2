import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { CadreError } from '#platform/model';
import { abortMessage, cancelled, type JobMessage, type ThreadStart } from './job-messages.ts';

/** What a job may use while it runs. */
export interface JobTools {
  /** Tells how far the work has come. */
  readonly progress: (done: number, total: number) => void;
  /** Aborted when the work is no longer wanted: check it between steps. */
  readonly signal: AbortSignal;
}

/**
 * The one call of a job's script: does the work with the input that it was started with and sends the result back.
 * After an abort whatever the work does counts as cancelled, unless it had finished before.
 */
export async function serveJob<Input, Result>(
  work: (input: Input, tools: JobTools) => Promise<Result>,
): Promise<void> {
  if (!parentPort) throw new Error('a job runs in a worker thread');
  const port = parentPort;
  const abort = new AbortController();
  port.on('message', (message) => {
    if (message === abortMessage) abort.abort(cancelled());
  });
  try {
    const result = await work((workerData as ThreadStart).input as Input, {
      progress: (done, total) => send(port, { kind: 'progress', progress: { done, total } }),
      signal: abort.signal,
    });
    send(port, { kind: 'result', result });
  } catch (error) {
    const refused = abort.signal.aborted ? cancelled() : error;
    if (!(refused instanceof CadreError)) throw error;
    const { code, status, message, details } = refused;
    send(port, { kind: 'refused', error: { code, status, message, details } });
  } finally {
    port.close();
  }
}

function send(port: MessagePort, message: JobMessage): void {
  port.postMessage(message);
}
