import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const pause = 20;

/**
 * A second user of a store: asks for the write lock again and again while something else is at work, and remembers the
 * longest wait in milliseconds.
 */
export function watchWriteLock(dataFolder: string): { stop(): number } {
  const file = join(dataFolder, 'cadre.db');
  let handle: DatabaseSync | null = null;
  let longest = 0;
  const timer = setInterval(() => {
    if (!existsSync(file)) return;
    handle ??= new DatabaseSync(file, { timeout: 10_000 });
    const started = performance.now();
    handle.exec('begin immediate; rollback');
    longest = Math.max(longest, performance.now() - started);
  }, pause);
  return {
    stop() {
      clearInterval(timer);
      handle?.close();
      return longest;
    },
  };
}
