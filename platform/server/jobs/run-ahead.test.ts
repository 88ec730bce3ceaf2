import { describe, expect, it } from 'vitest';
import { runAhead } from './run-ahead.ts';
import type { TestAheadInput } from './test-ahead.ts';

interface Thing {
  readonly n: number;
  readonly bytes: Uint8Array;
}

const run = (input: TestAheadInput) => runAhead<Thing>(new URL('./test-ahead.ts', import.meta.url), input);

describe('work ahead', () => {
  it('gives everything in its order, also far more than may wait', async () => {
    const things = await Array.fromAsync(run({ count: 20 }));
    expect(things.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(things[4]?.bytes).toEqual(new Uint8Array([5]));
  });

  it('fails with what broke it', async () => {
    await expect(Array.fromAsync(run({ count: 2, end: 'fail' }))).rejects.toThrow('broken on purpose');
  });

  it('fails when its thread ends without a word', async () => {
    await expect(Array.fromAsync(run({ count: 2, end: 'exit' }))).rejects.toThrow('ended early');
  });

  it('ends when nobody wants more', async () => {
    const things = run({ count: 1_000_000 });
    expect((await things.next()).value).toMatchObject({ n: 1 });
    await things.return(undefined);
    expect((await things.next()).done).toBe(true);
  });
});
