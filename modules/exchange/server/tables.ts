import type { Database } from '#platform/server';

/** An import from upload to the end. */
export interface ImportsTable {
  id: string;
  user_id: string;
  /** What its maker was shown when the preview was made, as `rightsNow` says it. */
  rights: string;
  state: string;
  started_at: string;
  done: number;
  total: number;
  /** ImportCounts as JSON. */
  counts: string;
  ambiguous: number;
  message: string;
  change_id: string | null;
}

/** A form of an import as the preview shows it. */
export interface ImportItemsTable {
  import_id: string;
  n: number;
  file: string;
  name: string;
  state: string;
  person: string | null;
  /** Candidates, differences, problems and the suggested unit as JSON. */
  details: string;
  /** What the preview was made from: the file and the versions of the person's sets. */
  basis: string;
  /** skip, create or the id of a person. */
  choice: string | null;
}

export interface ExportsTable {
  id: string;
  user_id: string;
  /** What its maker was shown, as `rightsNow` says it. */
  rights: string;
  state: string;
  started_at: string;
  format: string;
  done: number;
  total: number;
  file_name: string;
  size: number;
  message: string;
}

export type ExchangeTables = {
  imports: ImportsTable;
  import_items: ImportItemsTable;
  exports: ExportsTable;
};

/** The store's tables together with this module's. */
export function withExchange(db: Database) {
  return db.withTables<ExchangeTables>();
}
