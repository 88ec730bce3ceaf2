import { sql, type Kysely } from 'kysely';

/**
 * What an office has set for everybody, the reminders of the home page among it, and the faults of checks that somebody
 * has found to be none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table office_settings (
      id text primary key, version integer not null, content text not null, updated_by text not null,
      updated_by_name text not null, updated_at text not null
    ) strict, without rowid`,
    `insert into office_settings (id, version, content, updated_by, updated_by_name, updated_at)
      select 'home-alerts', version, content, updated_by, updated_by_name, updated_at from home_alerts`,
    `drop table home_alerts`,
    // The value is kept as a hash: it may be an ID number.
    `create table check_dismissals (
      person text not null, rule text not null, row text not null, field text not null, value_hash text not null,
      reason text not null, decided_by text not null, decided_by_name text not null, decided_at text not null,
      primary key (person, rule, row, field, value_hash)
    ) strict, without rowid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
