import { BadQuestion } from '../ask.ts';

/** Refuses what a verb was asked for: `path` as in `keys[0].bands[1].from`, and a sentence that says what is wrong. */
export function refuse(path: string, reason: string): never {
  throw new BadQuestion([{ path, reason }]);
}
