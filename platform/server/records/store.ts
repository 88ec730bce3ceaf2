import type { CodeTables, Registry } from '#platform/model';
import type { Database } from '../database/open-database.ts';
import type { Projection } from './projection.ts';

/** The records of one data folder with everything that writing them needs. */
export interface Store {
  readonly db: Database;
  readonly registry: Registry;
  readonly tables: CodeTables;
  readonly projections: readonly Projection[];
}
