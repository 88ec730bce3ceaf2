import { sql, type Kysely } from 'kysely';

/** Own tables of statistics. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table own_tables (
      id text primary key, owner text not null, owner_name text not null, name text not null, shared integer not null,
      version integer not null, created_at text not null, updated_at text not null, content text not null
    ) strict`,
    `create index own_tables_by_owner on own_tables (owner)`,
    `create index own_tables_shared on own_tables (shared) where shared = 1`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
