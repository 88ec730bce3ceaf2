import type { Migration } from 'kysely/migration';
import * as recordsAndJournal from './0001-records-and-journal.ts';

/** Every migration of every module, in the one order in which they run. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-records-and-journal': recordsAndJournal,
};
