import { serveAhead } from './serve-ahead.ts';

/** What the thread of the tests is to do. */
export interface TestAheadInput {
  readonly count: number;
  readonly end?: 'fail' | 'exit';
}

serveAhead(
  async function* ({ count, end }: TestAheadInput) {
    for (let n = 1; n <= count; n += 1) yield { n, bytes: new Uint8Array([n]) };
    if (end === 'fail') throw new TypeError('broken on purpose');
    if (end === 'exit') process.exit(3);
  },
  ({ bytes }) => [bytes.buffer],
);
