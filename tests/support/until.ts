import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is as wanted; a test's own time limit ends what never comes. */
export async function until<Value>(
  ask: () => Promise<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (isWanted(value)) return value;
    await pause(20);
  }
}
