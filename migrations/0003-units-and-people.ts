import { sql, type Kysely } from 'kysely';

/** The tables for finding and sorting that are derived from the records of units and people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table unit_index (
      id text primary key, draft text, parent text, name text not null, short_name text not null,
      pinyin text not null, sort_order integer not null, kind_code text,
      first integer not null default 0, last integer not null default 0, depth integer not null default 0
    ) strict, without rowid`,
    `create table unit_index_staged (
      staged_for text not null, id text not null, draft text, parent text, name text not null, short_name text not null,
      pinyin text not null, sort_order integer not null, kind_code text
    ) strict`,
    `create index unit_index_staged_by_draft on unit_index_staged (staged_for)`,
    `create index unit_index_by_place on unit_index (first)`,
    `create index unit_index_by_name on unit_index (name)`,
    `create table person_index (
      id text primary key, draft text, name text not null, pinyin text not null, name_sort text not null,
      national_id text, birth_month text, unit text, team_order integer not null, level_sort text not null,
      photo text
    ) strict, without rowid`,
    `create table person_index_staged (
      staged_for text not null, id text not null, draft text, name text not null, pinyin text not null,
      name_sort text not null, national_id text, birth_month text, unit text, team_order integer not null,
      level_sort text not null, photo text
    ) strict`,
    `create index person_index_staged_by_draft on person_index_staged (staged_for)`,
    `create index person_index_by_unit on person_index (unit, team_order, level_sort, name_sort)`,
    `create index person_index_by_name on person_index (name)`,
    `create index person_index_by_national_id on person_index (national_id) where national_id is not null`,
    `create index person_index_by_draft on person_index (draft) where draft is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
