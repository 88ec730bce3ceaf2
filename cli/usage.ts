/** The command line was not understood; its message says what. */
export class UsageError extends Error {}
