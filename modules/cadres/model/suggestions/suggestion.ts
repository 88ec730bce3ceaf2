import type { RecordRow } from '#platform/model';

/** A row read from the résumé or the form's texts that is not a record yet; nothing is kept before a clerk accepts it. */
export interface Suggestion {
  /** Stable while the line is the same: the hash of its dates and text, and the number of the row within it. */
  readonly key: string;
  /** A02 posts held, A08 education */
  readonly set: 'A02' | 'A08';
  /** The line that it was read from, as the résumé prints it. */
  readonly source: string;
  /** The row that accepting would add. */
  readonly row: RecordRow;
  /** What of the line was not understood, word for word, with what to do in brackets behind it. */
  readonly unclear: readonly string[];
}
