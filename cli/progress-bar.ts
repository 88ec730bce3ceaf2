import type { JobTools } from '#platform/server';

const width = 28;
const pause = 200;

/** Tools for a task in a command: a progress bar on a terminal, and Ctrl+C as the wish to stop. */
export function commandTools(what: string): JobTools & { end(): void } {
  const abort = new AbortController();
  const stop = () => abort.abort(new Error('操作已中断。'));
  process.once('SIGINT', stop);
  const started = Date.now();
  let last = 0;
  const shown = process.stderr.isTTY;
  return {
    signal: abort.signal,
    progress(done, total) {
      const now = Date.now();
      if (!shown || (now - last < pause && done !== total)) return;
      last = now;
      process.stderr.write(`\r${line(what, done, total, now - started)}\u001b[K`);
    },
    end() {
      process.removeListener('SIGINT', stop);
      if (shown && last > 0) process.stderr.write('\n');
    },
  };
}

function line(what: string, done: number, total: number, elapsed: number): string {
  const speed = done / Math.max(elapsed / 1000, 0.001);
  if (total <= 0) return `${what} ${done}，每秒 ${Math.round(speed)}`;
  const filled = Math.min(width, Math.floor((done / total) * width));
  const left = speed > 0 ? Math.ceil((total - done) / speed) : 0;
  return `${what} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}，约剩 ${left} 秒`;
}
