import { runJob, type TaskRunner } from '#platform/server';
import type { TaskInput } from './task-process.ts';

const script = new URL('./task-process.ts', import.meta.url);

/** Runs the tasks of a data folder, each in a process of its own. */
export function taskRunner(dataFolder: string): TaskRunner {
  return (task, input, { onProgress, signal }) => {
    const started: TaskInput = { dataFolder, task, input };
    return runJob({
      script,
      input: started,
      ...(onProgress ? { onProgress: ({ done, total }) => onProgress(done, total) } : {}),
      ...(signal ? { signal } : {}),
    });
  };
}
