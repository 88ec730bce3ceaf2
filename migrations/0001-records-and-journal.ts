import { sql, type Kysely } from 'kysely';

/** Subjects, their records, the journal, drafts and files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table subjects (
      id text primary key, kind text not null check (kind in ('person', 'unit')),
      draft text, removed integer not null default 0
    ) strict, without rowid`,
    `create index subjects_by_draft on subjects (draft) where draft is not null`,
    `create table records (
      subject text not null, set_code text not null, version integer not null, rows text not null,
      change_id text not null, primary key (subject, set_code)
    ) strict`,
    `create table changes (
      seq integer primary key, id text not null unique, at text not null, actor text not null,
      actor_name text not null, origin text not null, summary text not null, reason text not null,
      undoes text references changes (id), subjects integer not null, items_hash text not null,
      previous_hash text not null, hash text not null
    ) strict`,
    `create table change_items (
      change_id text not null, subject text not null, salt blob not null, payload blob,
      payload_hash blob not null, primary key (change_id, subject)
    ) strict`,
    `create index change_items_by_subject on change_items (subject, change_id)`,
    `create table drafts (id text primary key, started_at text not null, seen_at text not null) strict`,
    `create table draft_subjects (
      draft text not null, subject text not null, kind text not null, event text not null,
      primary key (draft, subject)
    ) strict`,
    `create table draft_records (
      draft text not null, subject text not null, set_code text not null, expected_version integer not null,
      rows text not null, primary key (draft, subject, set_code)
    ) strict`,
    `create table files (
      hash text primary key, media_type text not null, size integer not null, data blob not null
    ) strict`,
    `create table settings (name text primary key, value text not null) strict`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
