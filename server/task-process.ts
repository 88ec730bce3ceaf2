import { serveJob, type Task } from '#platform/server';
import { openStore } from './open-store.ts';
import { tasks } from './tasks.ts';

/** What a task is started with. */
export interface TaskInput {
  readonly dataFolder: string;
  readonly task: string;
  readonly input: unknown;
}

// The process has a store of its own, so that the server's handle stays free for requests.
await serveJob(async ({ dataFolder, task, input }: TaskInput, tools) => {
  const load = (tasks as Readonly<Record<string, () => Promise<Task<never, unknown>>>>)[task];
  if (!load) throw new Error(`there is no task ${task}`);
  const work = await load();
  const store = await openStore(dataFolder);
  try {
    return await work(store, input as never, tools);
  } finally {
    await store.db.destroy();
  }
});
