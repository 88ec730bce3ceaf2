import type { Kysely } from 'kysely';
import type { Database, DatabaseSchema } from '#platform/server';

/** 名册 */
export interface RostersTable {
  id: string;
  /** Books are listed by it, from the lowest. */
  place: number;
  name: string;
  version: number;
  /** `{ version: 1, roster }` as JSON. */
  content: string;
  updated_at: string;
  updated_by: string;
  updated_by_name: string;
}

/** 名册模板 */
export interface RosterTemplatesTable {
  id: string;
  name: string;
  file_name: string;
  format: 'xlsx' | 'docx';
  size: number;
  /** The hash of its content. */
  file: string;
  uploaded_at: string;
  uploaded_by: string;
  uploaded_by_name: string;
}

export interface RosterExportsTable {
  id: string;
  user_id: string;
  /** What its maker was shown, as `rightsNow` says it. */
  rights: string;
  state: 'running' | 'done' | 'failed';
  started_at: string;
  name: string;
  total: number;
  file_name: string;
  size: number;
  message: string;
}

export type RosterTablesOfStore = {
  rosters: RostersTable;
  roster_templates: RosterTemplatesTable;
  roster_exports: RosterExportsTable;
};

/** The store's tables together with this module's; also a transaction on them. */
export type RostersDatabase = Kysely<DatabaseSchema & RosterTablesOfStore>;

export function withRosters(db: Database): RostersDatabase {
  return db.withTables<RosterTablesOfStore>();
}
