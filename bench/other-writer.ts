import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** As often as the program itself asks for the lock: SQLite's own waiting pauses longer and longer, and would tell more. */
const askEvery = 3;
const busy = 5;

/**
 * A second user of a store: asks for the write lock again and again while something else is at work, and remembers the
 * longest wait in milliseconds.
 */
export function watchWriteLock(dataFolder: string): { stop(): number } {
  const file = join(dataFolder, 'cadre.db');
  let handle: DatabaseSync | null = null;
  let waitingSince: number | null = null;
  let longest = 0;
  const timer = setInterval(() => {
    if (!existsSync(file)) return;
    handle ??= new DatabaseSync(file, { timeout: 0 });
    waitingSince ??= performance.now();
    if (!takesLock(handle)) return;
    longest = Math.max(longest, performance.now() - waitingSince);
    waitingSince = null;
  }, askEvery);
  return {
    stop() {
      clearInterval(timer);
      handle?.close();
      return longest;
    },
  };
}

function takesLock(handle: DatabaseSync): boolean {
  try {
    handle.exec('begin immediate; rollback');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return false;
    throw error;
  }
}
