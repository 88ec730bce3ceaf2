/** How long the close may take once the end is asked for. */
const patience = 10_000;

/**
 * Ends the program on SIGTERM or SIGINT: `close` stops listening, lets running requests finish and closes what is open,
 * then exit 0. What has not ended in 10 seconds is cut off. npm passes on a signal that the terminal has sent already,
 * so a second one changes nothing.
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
}
