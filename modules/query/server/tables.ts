import type { Generated, Kysely } from 'kysely';
import type { Database, DatabaseSchema } from '#platform/server';

/** 查询方案 and 名单 */
export interface SavedQueriesTable {
  id: string;
  kind: 'question' | 'list';
  owner: string;
  owner_name: string;
  name: string;
  shared: number;
  version: number;
  created_at: string;
  updated_at: string;
  /** JSON: columns, order and reference date. */
  view: string;
  /** How many people a list names, whoever may see them. */
  size: number | null;
  /** A `StoredQuestion` as JSON. */
  question: string | null;
  /** The ids of a list as JSON, in its order. */
  people: string | null;
}

/** Which saved question refers to which saved question or list. */
export interface SavedReferencesTable {
  saved: string;
  refers_to: string;
}

/** 接管 of what somebody shared whose account was closed; rows are only ever added. */
export interface SavedTakeoversTable {
  seq: Generated<number>;
  at: string;
  saved: string;
  /** What it was called then. */
  name: string;
  from_user: string;
  from_name: string;
  to_user: string;
  to_name: string;
}

export interface RecentQueriesTable {
  /** Grows; the latest has the highest. */
  seq: Generated<number>;
  user_id: string;
  /** Of question and reference date: the same question is kept once. */
  digest: string;
  at: string;
  /** A `StoredQuestion` as JSON. */
  question: string;
  as_of: string | null;
}

/** 分段 as the office has edited them; those that are not here, or without content, are as delivered. */
export interface BandSetsTable {
  id: string;
  version: number;
  /** A `BandSet` as JSON; null when it went back to what was delivered, or is gone. The versions count on. */
  content: string | null;
  updated_by: string;
  updated_by_name: string;
  updated_at: string;
}

export type QueryTablesOfStore = {
  saved_queries: SavedQueriesTable;
  saved_references: SavedReferencesTable;
  saved_takeovers: SavedTakeoversTable;
  recent_queries: RecentQueriesTable;
  band_sets: BandSetsTable;
};

/** The store's tables together with this module's; also a transaction on them. */
export type QueriesDatabase = Kysely<DatabaseSchema & QueryTablesOfStore>;

export function withQueries(db: Database): QueriesDatabase {
  return db.withTables<QueryTablesOfStore>();
}
