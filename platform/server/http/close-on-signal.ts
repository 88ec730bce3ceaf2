/** How long the close may take once the end is asked for. */
const patience = 10_000;
const parentCheck = 250;

/**
 * Ends the program on SIGTERM or SIGINT: `close` stops listening, lets running requests finish and closes what is open,
 * then exit 0. What has not ended in 10 seconds is cut off. A second signal changes nothing: npm passes on what the
 * terminal has sent already.
 */
export function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const end = () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(0), patience);
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.env['npm_lifecycle_event'] !== undefined) watchParent(end);
}

/** npm passes SIGTERM to the shell between us, which dies of it and tells nobody; what we see is a new parent. */
function watchParent(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, parentCheck).unref();
}
