import { CadreError } from '#platform/model';
import { cancelled, type JobAbort, type JobMessage, type JobStart } from './job-messages.ts';

/** What a job may use while it runs. */
export interface JobTools {
  /** Tells how far the work has come. */
  readonly progress: (done: number, total: number) => void;
  /** Aborted when the work is no longer wanted: check it between steps. */
  readonly signal: AbortSignal;
}

/**
 * The one call of a job's script: does the work with the input that it was started with and sends the result back.
 * After an abort whatever the work does counts as cancelled, unless it had finished before. A job does not outlive the
 * program that started it.
 */
export async function serveJob<Input, Result>(
  work: (input: Input, tools: JobTools) => Promise<Result>,
): Promise<void> {
  process.on('disconnect', () => process.exit(1));
  // Whoever stops the program ends its jobs; the signal that a terminal sends to all must not come first.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  const abort = new AbortController();
  const input = await new Promise<Input>((resolve) => {
    process.on('message', (message: JobStart | JobAbort) => {
      if (message.kind === 'start') resolve(message.input as Input);
      else abort.abort(cancelled());
    });
  });
  try {
    const result = await work(input, {
      progress: occasionally((done, total) => void send({ kind: 'progress', progress: { done, total } })),
      signal: abort.signal,
    });
    await send({ kind: 'result', result });
  } catch (error) {
    await send(failure(abort.signal.aborted ? cancelled() : error));
  }
  process.disconnect();
}

const pause = 50;

/** Nobody reads more than a few figures a second; the last one always goes out. */
function occasionally(tell: JobTools['progress']): JobTools['progress'] {
  let last = -Infinity;
  return (done, total) => {
    const now = performance.now();
    if (done !== total && now - last < pause) return;
    last = now;
    tell(done, total);
  };
}

function failure(error: unknown): JobMessage {
  if (!(error instanceof CadreError)) return { kind: 'failed', error };
  const { code, status, message, details } = error;
  return { kind: 'refused', error: { code, status, message, details } };
}

function send(message: JobMessage): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send) throw new Error('a job runs in a process that another one started');
    process.send(message, () => resolve());
  });
}
