import { sql, type Kysely } from 'kysely';

/** Pairs of people who were declared to be two, and a quick way to the records that tell what was merged. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table distinct_people (
      first text not null, second text not null, reason text not null, decided_by text not null,
      decided_by_name text not null, decided_at text not null,
      primary key (first, second), check (first < second)
    ) strict, without rowid`,
    `create index records_of_merges on records (subject) where set_code = 'AL01'`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
