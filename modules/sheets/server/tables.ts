import type { Database } from '#platform/server';

/** A piece of bulk work from its start to the end: an import of a sheet, an edit of many people, photos, an export. */
export interface BulkJobsTable {
  id: string;
  user_id: string;
  /** What its maker was shown, as `rightsNow` says it. */
  rights: string;
  kind: string;
  state: string;
  started_at: string;
  /** The set it is about; empty for photos. */
  set_code: string;
  /** A Chinese line: what it is about. */
  title: string;
  /** What the operator said, as JSON; depends on the kind. */
  settings: string;
  /** What was found in the file, as JSON; empty before. */
  look: string;
  done: number;
  total: number;
  /** BulkCounts as JSON. */
  counts: string;
  fingerprint: string;
  message: string;
  change_id: string | null;
}

/** A wrong cell of a sheet, or something that cannot be done with one person or picture. */
export interface BulkErrorsTable {
  job_id: string;
  n: number;
  sheet: string;
  row: number;
  col: string;
  heading: string;
  value: string;
  code: string;
  reason: string;
}

/** What would be done to one record, as the preview shows it. */
export interface BulkChangesTable {
  job_id: string;
  n: number;
  row: number;
  person: string;
  name: string;
  kind: string;
  /** Lines of label, before and after, as JSON. */
  lines: string;
}

/** How the columns under some heads are read. */
export interface SheetMappingsTable {
  set_code: string;
  signature: string;
  mapping: string;
  updated_at: string;
}

export type SheetTables = {
  bulk_jobs: BulkJobsTable;
  bulk_errors: BulkErrorsTable;
  bulk_changes: BulkChangesTable;
  sheet_mappings: SheetMappingsTable;
};

/** The store's tables together with this module's. */
export function withSheets(db: Database) {
  return db.withTables<SheetTables>();
}
