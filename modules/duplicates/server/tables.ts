import type { Database } from '#platform/server';

/** 不是同一人: pairs that somebody has declared to be two people, `first` the smaller id. */
export interface DistinctPeopleTable {
  first: string;
  second: string;
  reason: string;
  decided_by: string;
  decided_by_name: string;
  decided_at: string;
}

/** The store's tables together with this module's. */
export function withDuplicates(db: Database) {
  return db.withTables<{ distinct_people: DistinctPeopleTable }>();
}
