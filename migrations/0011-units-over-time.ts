import { sql, type Kysely } from 'kysely';

/**
 * Units that have ended and names of the past in the derived table of units, and the operator's word on which unit a
 * name in a file means. Units had no history before, so that only their codes are read from what is stored.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = [
    'abolished integer not null default 0',
    `former_names text not null default ''`,
    `public_code text not null default ''`,
  ];
  const statements = [
    ...columns.map((column) => `alter table unit_index add column ${column}`),
    ...columns.map((column) => `alter table unit_index_staged add column ${column}`),
    `update unit_index set public_code = coalesce((
      select json_extract(rows, '$[0].publicCode') from current_records
      where current_records.subject = unit_index.id and set_code = 'B01'), '')`,
    `create index unit_index_by_code on unit_index (public_code) where public_code <> ''`,
    // No unit: the operator said that the name means none of ours.
    `create table unit_matches (
      id text primary key, code text not null, name text not null, unit text, chosen_at text not null,
      chosen_by text not null, chosen_by_name text not null, unique (code, name)
    ) strict, without rowid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
