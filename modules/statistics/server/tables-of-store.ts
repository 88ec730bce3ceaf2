import type { Kysely } from 'kysely';
import type { Database, DatabaseSchema } from '#platform/server';

/** 班子结构提示的界限 as the office has edited them: one row, none while they are as delivered. */
interface TeamRulesTable {
  id: string;
  version: number;
  /** The rules as JSON. */
  content: string;
  updated_by: string;
  updated_by_name: string;
  updated_at: string;
}

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

export type StatisticsTables = { team_rules: TeamRulesTable; own_tables: OwnTablesTable };

export function withStatistics(db: Database): Kysely<DatabaseSchema & StatisticsTables> {
  return db.withTables<StatisticsTables>();
}
