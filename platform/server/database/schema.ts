import type { Generated } from 'kysely';

/**
 * A person or unit. One that belongs to a draft is not there yet: it appears when the draft is published. A removed one
 * keeps its records, so that the removal can be undone.
 */
export interface SubjectsTable {
  id: string;
  kind: 'person' | 'unit';
  draft: string | null;
  removed: number;
}

/** The rows of one subject in one set, as a JSON array. */
export interface RecordsTable {
  subject: string;
  set_code: string;
  version: number;
  rows: string;
  /** The change that wrote this state. */
  change_id: string;
}

/** One link of the journal's hash chain: what one user did at one time. */
export interface ChangesTable {
  seq: Generated<number>;
  id: string;
  /** UTC instant, ISO 8601. */
  at: string;
  actor: string;
  actor_name: string;
  /** web, cli, import, sample, undo */
  origin: string;
  /** A Chinese line: what was done. */
  summary: string;
  reason: string;
  /** The change that this one undoes. */
  undoes: string | null;
  subjects: number;
  items_hash: string;
  previous_hash: string;
  hash: string;
}

/** What a change did to one subject. The payload is zstd-compressed JSON; null after a lawful erasure. */
export interface ChangeItemsTable {
  change_id: string;
  subject: string;
  salt: Uint8Array;
  payload: Uint8Array | null;
  payload_hash: Uint8Array;
}

/** Work in progress that nobody sees: rows written under its id do not count until it is published. */
export interface DraftsTable {
  id: string;
  started_at: string;
  /** Last sign of life, UTC instant: an abandoned draft is swept away. */
  seen_at: string;
}

/** The existing subjects that a draft changes, removes or restores. */
export interface DraftSubjectsTable {
  draft: string;
  subject: string;
  kind: 'person' | 'unit';
  event: 'update' | 'remove' | 'restore';
}

/** The new states of existing subjects, waiting in a draft. */
export interface DraftRecordsTable {
  draft: string;
  subject: string;
  set_code: string;
  expected_version: number;
  rows: string;
}

/** A file by the sha-256 of its content. */
export interface FilesTable {
  hash: string;
  media_type: string;
  size: number;
  data: Uint8Array;
}

export interface SettingsTable {
  name: string;
  value: string;
}

/** The tables of the platform; a module adds its own with `db.withTables`. */
export interface DatabaseSchema {
  subjects: SubjectsTable;
  records: RecordsTable;
  changes: ChangesTable;
  change_items: ChangeItemsTable;
  drafts: DraftsTable;
  draft_subjects: DraftSubjectsTable;
  draft_records: DraftRecordsTable;
  files: FilesTable;
  settings: SettingsTable;
}
