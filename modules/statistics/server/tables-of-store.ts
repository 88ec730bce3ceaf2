import type { Kysely } from 'kysely';
import type { Database, DatabaseSchema } from '#platform/server';

/** 自定义统计表 that somebody has saved. */
export interface OwnTablesTable {
  id: string;
  owner: string;
  owner_name: string;
  name: string;
  shared: number;
  version: number;
  created_at: string;
  updated_at: string;
  /** An `OwnTableSpec` as JSON. */
  content: string;
}

export type StatisticsTables = { own_tables: OwnTablesTable };

export function withStatistics(db: Database): Kysely<DatabaseSchema & StatisticsTables> {
  return db.withTables<StatisticsTables>();
}
