import type { Database } from '#platform/server';

/** Units as the tree and the search need them; derived from B01 and UH01. */
export interface UnitIndexTable {
  id: string;
  draft: string | null;
  parent: string | null;
  name: string;
  short_name: string;
  pinyin: string;
  sort_order: number;
  kind_code: string | null;
  /** 1: abolished, or merged into another. */
  abolished: number;
  /** The names that it no longer bears, one a line. */
  former_names: string;
  /** 机构编码 (B0114); empty where there is none. */
  public_code: string;
  /** The unit's number in statutory order; everything below it is numbered up to `last`. */
  first: number;
  last: number;
  depth: number;
}

/** Which unit a name in files means, as an operator said it. */
export interface UnitMatchesTable {
  id: string;
  /** The code that stood beside the name; empty where there was none. */
  code: string;
  /** The name as it is compared: `matchingName`. */
  name: string;
  /** Null: none of ours. */
  unit: string | null;
  /** UTC instant. */
  chosen_at: string;
  chosen_by: string;
  chosen_by_name: string;
}

export type OrganizationTables = {
  unit_index: UnitIndexTable;
  unit_matches: UnitMatchesTable;
};

/** The store's tables together with this module's. */
export function withUnits(db: Database) {
  return db.withTables<OrganizationTables>();
}
