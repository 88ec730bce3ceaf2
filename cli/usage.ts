/** The command line was not understood; its message says what, and the usage follows. */
export class UsageError extends Error {}

/** The line was understood, but the command cannot run: a path or a database is not there. */
export class CannotRun extends Error {}
