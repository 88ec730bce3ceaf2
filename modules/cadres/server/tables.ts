import type { Database } from '#platform/server';

/** People as lists and matching need them; derived from A01, A02 and A57. */
export interface PersonIndexTable {
  id: string;
  draft: string | null;
  name: string;
  /** Initials by either reading, separated by a blank. */
  pinyin: string;
  name_sort: string;
  national_id: string | null;
  /** YYYY-MM, or YYYY when only that is known. */
  birth_month: string | null;
  unit: string | null;
  /** 集体内排序 of the main post; people without one stand at the end. */
  team_order: number;
  /** Position level and rank, the highest first. */
  level_sort: string;
  photo: string | null;
}

export type CadreTables = {
  person_index: PersonIndexTable;
};

/** The store's tables together with this module's. */
export function withPeople(db: Database) {
  return db.withTables<CadreTables & { unit_index: { id: string; first: number; last: number } }>();
}
