import { sql, type Kysely } from 'kysely';

/** Who took over whose shared questions and lists after that account was closed; rows are only ever added. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table saved_takeovers (
      seq integer primary key, at text not null, saved text not null, name text not null, from_user text not null,
      from_name text not null, to_user text not null, to_name text not null
    ) strict`,
    `create index saved_takeovers_by_saved on saved_takeovers (saved)`,
    `create trigger saved_takeovers_stay before update on saved_takeovers
      begin select raise(abort, 'takeovers are never changed'); end`,
    `create trigger saved_takeovers_remain before delete on saved_takeovers
      begin select raise(abort, 'takeovers are never removed'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
