import { acceptBatch } from '#modules/cadres/server';
import type { Task } from '#platform/server';

/** The long work of all modules by name; it runs in a thread. */
export const tasks = {
  'accept-suggestions': acceptBatch,
} satisfies Record<string, Task<never, unknown>>;
