import { setTimeout as sleep } from 'node:timers/promises';
import { CadreError } from '#platform/model';
import { serveJob } from './serve-job.ts';

/** What the tests ask this job to do. */
export interface TestJobInput {
  readonly does: 'add' | 'refuse' | 'fail' | 'exit' | 'wait' | 'ignore';
  readonly numbers: readonly number[];
}

await serveJob(async ({ does, numbers }: TestJobInput, { progress, signal }) => {
  if (does === 'refuse') throw new CadreError('sum-refused', 422, '不能求和。', { numbers });
  if (does === 'fail') throw new TypeError('broken');
  if (does === 'exit') process.exit(3);
  progress(0, numbers.length);
  while (does === 'wait') {
    await sleep(1);
    signal.throwIfAborted();
  }
  while (does === 'ignore') await sleep(60_000);
  let sum = 0;
  for (const [index, number] of numbers.entries()) {
    sum += number;
    progress(index + 1, numbers.length);
  }
  return { sum, bytes: new Uint8Array([sum]) };
});
