import { CadreError, type ErrorDetails } from '#platform/model';

/** How far a job has come. `total` is 0 while it is not known. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
}

/** An error that a user may see, in a form that crosses between threads; class instances lose theirs. */
export interface SentError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** What a thread is started with. */
export interface ThreadStart {
  /** The address of the job's module. */
  readonly script: string;
  readonly compileCache: string | undefined;
  readonly input: unknown;
}

/** From the worker to the one who started it. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly error: SentError };

/** From the starter to the worker: stop as soon as you can. */
export const abortMessage = 'abort';

export function cancelled(): CadreError {
  return new CadreError('cancelled', 409, '操作已取消。');
}
