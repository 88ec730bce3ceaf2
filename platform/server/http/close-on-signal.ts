import type { Server } from './build-server.ts';

/** How long running requests may take once the end is asked for. */
const patience = 10_000;

/**
 * Ends the program cleanly on SIGTERM or SIGINT: no new connections, running requests are answered, `release` closes
 * what the program holds open, exit 0. npm passes a signal on that the terminal has sent already; the second changes
 * nothing.
 */
export function closeOnSignal(server: Server, release: () => Promise<void>): void {
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    const cut = setTimeout(() => server.server.closeAllConnections(), patience);
    await server.close();
    clearTimeout(cut);
    await release();
    process.exit(0);
  };
  process.on('SIGTERM', () => void close());
  process.on('SIGINT', () => void close());
}
