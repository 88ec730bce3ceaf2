import type { Actor } from '#platform/model';
import type { Store } from '../records/store.ts';
import type { JobTools } from './serve-job.ts';

/** Work that may take long. It runs in a process beside the server, or in that of a command. */
export type Task<Input, Result> = (store: Store, input: Input, tools: JobTools) => Promise<Result>;

/** How a task is started from a route: by name, because a function cannot be sent to another process. */
export type TaskRunner = <Result>(
  name: string,
  input: unknown,
  options: { readonly onProgress?: (done: number, total: number) => void; readonly signal?: AbortSignal },
) => Promise<Result>;

/** The author of a task's changes, as it travels to that process. */
export type TaskActor = Pick<Actor, 'id' | 'name' | 'scope'>;
