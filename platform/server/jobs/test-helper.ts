import { serveHelper } from './serve-helper.ts';

/** Asks the thread of the tests for a number in a byte, or to break. */
export type TestHelperInput = number | 'fail' | 'exit';

serveHelper(
  (input: TestHelperInput) => {
    if (input === 'fail') throw new TypeError('broken on purpose');
    if (input === 'exit') process.exit(3);
    return new Uint8Array([input]);
  },
  ({ buffer }) => [buffer],
);
