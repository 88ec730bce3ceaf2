/** Runs at least so often; the middle one counts. */
export const leastRuns = 21;

/** Work is done for so long before it is timed, as in a program that has run for a while. */
const warming = 600;

/** Does work again and again until it is compiled and its data are near. */
export async function warm(work: () => unknown): Promise<void> {
  for (const started = performance.now(); performance.now() - started < warming;) await work();
}

/** The middle of some times. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** How long work takes, in ms. */
export function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The same for work that is waited for. */
export async function timeOfAsync(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function sameAnswer(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}
