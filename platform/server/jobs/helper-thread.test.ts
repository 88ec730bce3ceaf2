import { describe, expect, it } from 'vitest';
import { HelperThread } from './helper-thread.ts';
import type { TestHelperInput } from './test-helper.ts';

const helper = () =>
  new HelperThread<TestHelperInput, Uint8Array>(new URL('./test-helper.ts', import.meta.url));

describe('a thread that helps', () => {
  it('answers everything in the order in which it was asked, and then ends', async () => {
    const thread = helper();
    const answers = Array.from({ length: 20 }, (_, n) => thread.ask(n));
    await thread.end();
    expect((await Promise.all(answers)).map(([n]) => n)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('fails with what broke it, what was asked before and what is asked afterwards', async () => {
    const thread = helper();
    const asked = await Promise.allSettled([thread.ask(1), thread.ask('fail'), thread.ask(2)]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(thread.ask(3)).rejects.toThrow('broken on purpose');
    await thread.end();
  });

  it('fails when it ends without a word', async () => {
    const thread = helper();
    await expect(thread.ask('exit')).rejects.toThrow('ended early');
    await thread.end();
  });
});
