import { sql, type Kysely } from 'kysely';

/** Saved questions and lists, the recent questions of users, and the band sets that the office has edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table saved_queries (
      id text primary key, kind text not null check (kind in ('question', 'list')), owner text not null,
      owner_name text not null, name text not null, shared integer not null, version integer not null,
      created_at text not null, updated_at text not null, view text not null, size integer, question text, people text,
      check ((kind = 'question') = (question is not null)),
      check ((kind = 'list') = (people is not null and size is not null))
    ) strict`,
    `create index saved_queries_by_owner on saved_queries (owner)`,
    `create index saved_queries_shared on saved_queries (shared) where shared = 1`,
    // What a saved question refers to cannot be removed.
    `create table saved_references (
      saved text not null references saved_queries (id) on delete cascade,
      refers_to text not null references saved_queries (id), primary key (saved, refers_to)
    ) strict, without rowid`,
    `create index saved_references_by_target on saved_references (refers_to)`,
    `create table recent_queries (
      seq integer primary key autoincrement, user_id text not null, digest text not null, at text not null,
      question text not null, as_of text, unique (user_id, digest)
    ) strict`,
    `create table band_sets (
      id text primary key, version integer not null, content text not null, updated_by text not null,
      updated_by_name text not null, updated_at text not null
    ) strict, without rowid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
