const tasks: (() => unknown)[] = [];

/**
 * Has something done when the tests of the file that runs have ended; what was said last is done first. Test files
 * share their modules, so a helper that called `afterAll` itself would be heard by the first file only.
 */
export function afterFile(task: () => unknown): void {
  tasks.push(task);
}

export async function endFile(): Promise<void> {
  for (const task of tasks.splice(0).toReversed()) await task();
}
