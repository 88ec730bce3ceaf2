import type { Database } from '#platform/server';

/** Units as the tree and the search need them; derived from B01. */
export interface UnitIndexTable {
  id: string;
  draft: string | null;
  parent: string | null;
  name: string;
  short_name: string;
  pinyin: string;
  sort_order: number;
  kind_code: string | null;
  /** The unit's number in statutory order; everything below it is numbered up to `last`. */
  first: number;
  last: number;
  depth: number;
}

export type OrganizationTables = {
  unit_index: UnitIndexTable;
};

/** The store's tables together with this module's. */
export function withUnits(db: Database) {
  return db.withTables<OrganizationTables>();
}
