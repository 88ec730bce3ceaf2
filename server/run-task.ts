import { runJob, type TaskRunner } from '#platform/server';
import type { ThreadInput } from './task-thread.ts';

const script = new URL('./task-thread.ts', import.meta.url);

/** Runs the tasks of a data folder, each in a thread of its own. */
export function threadRunner(dataFolder: string): TaskRunner {
  return (task, input, { onProgress, signal }) => {
    const started: ThreadInput = { dataFolder, task, input };
    return runJob({
      script,
      input: started,
      ...(onProgress ? { onProgress: ({ done, total }) => onProgress(done, total) } : {}),
      ...(signal ? { signal } : {}),
    });
  };
}
