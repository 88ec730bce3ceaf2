import type { CodeTables, Registry } from '#platform/model';
import type { Database } from '../database/open-database.ts';
import type { RecordGuard } from './guard.ts';
import type { Projection } from './projection.ts';

/** What records are made of, without the records: also for threads that have no database. */
export interface Definitions {
  readonly registry: Registry;
  readonly tables: CodeTables;
  readonly projections: readonly Projection[];
  readonly guards: readonly RecordGuard[];
}

/** The records of one data folder with everything that writing them needs. */
export interface Store extends Definitions {
  readonly db: Database;
}
