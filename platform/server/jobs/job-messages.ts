import { CadreError, type ErrorDetails } from '#platform/model';

/** How far a job has come. `total` is 0 while it is not known. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
}

/** An error that a user may see, in a form that crosses between processes; class instances lose theirs. */
export interface SentError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** The first message to a job: what it is to work with. */
export interface JobStart {
  readonly kind: 'start';
  readonly input: unknown;
}

/** Stop as soon as you can. */
export interface JobAbort {
  readonly kind: 'abort';
}

/** From the job to the one who started it. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly error: SentError }
  | { readonly kind: 'failed'; readonly error: unknown };

export function cancelled(): CadreError {
  return new CadreError('cancelled', 409, '操作已取消。');
}
