import type { Transaction } from 'kysely';
import type { SubjectKind, SubjectSets } from '#platform/model';
import type { DatabaseSchema } from '../database/schema.ts';

export type RecordsTransaction = Transaction<DatabaseSchema>;

/** A subject as it stands after a change. */
export interface ProjectedSubject {
  readonly id: string;
  /** The draft in which it is being made; null when it is there for all. */
  readonly draft: string | null;
  /** At least the sets that the projection asks for. */
  readonly sets: SubjectSets;
}

/** A row of a projection's table, by column. */
export type StandingRow = Readonly<Record<string, unknown>>;

/**
 * A table that a module derives from records, for finding and sorting. It is written in the transaction of the change
 * itself and can always be made anew from the records. Beside it stands a table of the same columns, `…_staged`, with
 * the column `staged_for`: there the rows of a large change wait for its publishing.
 */
export interface Projection {
  readonly kind: SubjectKind;
  /** The sets it reads. */
  readonly sets: readonly string[];
  readonly table: string;
  /** The columns that are written; the first is `id`. */
  readonly columns: readonly string[];
  /**
   * The values of the columns for one subject. `standing` is its row as it is so far, where that is at hand: what is
   * dear to work out and made of the same values may be taken from it.
   */
  row(subject: ProjectedSubject, standing?: StandingRow): readonly unknown[];
  /** Called once when a change that touched this kind becomes visible. */
  published?(tx: RecordsTransaction): Promise<void>;
}
