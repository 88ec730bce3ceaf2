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

/**
 * The rows of one subject in one set, as a JSON array. What waits in a draft and what was replaced a moment ago stand here
 * too; `current_records` is what counts: of every set the highest version of a published change.
 */
export interface RecordsTable {
  subject: string;
  set_code: string;
  version: number;
  /** The change that wrote this state, or the draft in which it waits. */
  change_id: string;
  rows: string;
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
  /** Last sign of life, UTC instant: an abandoned draft is swept away. Empty while that is being done. */
  seen_at: string;
  /** The journal's position when it began: what it is based on can only have changed after that. */
  since: number;
}

/** The existing subjects that a draft changes, removes or restores. */
export interface DraftSubjectsTable {
  draft: string;
  subject: string;
  kind: 'person' | 'unit';
  event: 'update' | 'remove' | 'restore';
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
  current_records: RecordsTable;
  changes: ChangesTable;
  change_items: ChangeItemsTable;
  drafts: DraftsTable;
  draft_subjects: DraftSubjectsTable;
  files: FilesTable;
  settings: SettingsTable;
}
