import { describe, expect, it } from 'vitest';
import type { JobProgress } from './job-messages.ts';
import { runJob, type JobOptions } from './run-job.ts';
import type { TestJobInput } from './test-job.ts';

type Extras = Omit<JobOptions, 'script' | 'input'>;

function run(does: TestJobInput['does'], options: Extras = {}) {
  const input: TestJobInput = { does, numbers: [1, 2, 3] };
  return runJob<{ sum: number; bytes: Uint8Array }>({
    script: new URL('./test-job.ts', import.meta.url),
    input,
    ...options,
  });
}

describe('a job', () => {
  it('gives its result and tells how far it has come', async () => {
    const seen: JobProgress[] = [];
    const result = await run('add', { onProgress: (progress) => seen.push(progress) });
    expect(result).toEqual({ sum: 6, bytes: new Uint8Array([6]) });
    expect(seen[0]?.done).toBe(0);
    expect(seen.at(-1)?.done).toBe(3);
    expect(seen.every(({ total }) => total === 3)).toBe(true);
  });

  it('refuses with the error that the user may see', async () => {
    await expect(run('refuse')).rejects.toMatchObject({
      name: 'CadreError',
      code: 'sum-refused',
      status: 422,
      message: '不能求和。',
      details: { numbers: [1, 2, 3] },
    });
  });

  it('fails with what broke it', async () => {
    await expect(run('fail')).rejects.toThrow(TypeError);
  });

  it('fails when its process ends without a word', async () => {
    await expect(run('exit')).rejects.toThrow('code 3');
  });

  it('stops when it is asked to', async () => {
    const stop = new AbortController();
    const ended = run('wait', { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(ended).rejects.toMatchObject({ code: 'cancelled', status: 409 });
  });

  it('is ended by force when it does not listen', async () => {
    const stop = new AbortController();
    const ended = run('ignore', { signal: stop.signal, onProgress: () => stop.abort(), patience: 20 });
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('does not begin after the asking', async () => {
    await expect(run('add', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
