import type { Database } from '#platform/server';

/** Plans that are being worked on, or were carried out; the office's, not one person's. */
export interface ReorganizationsTable {
  id: string;
  version: number;
  name: string;
  /** `PlanDraft` as JSON. */
  plan: string;
  created_by: string;
  updated_by: string;
  updated_by_name: string;
  /** UTC instant. */
  updated_at: string;
  /** The change with which it was carried out. */
  change_id: string | null;
}

/** The store's tables together with this module's. */
export function withReorganizations(db: Database) {
  return db.withTables<{ reorganizations: ReorganizationsTable }>();
}
