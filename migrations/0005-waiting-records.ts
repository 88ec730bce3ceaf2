import { sql, type Kysely } from 'kysely';

/**
 * The records that wait in a draft stand among all others, and the newest published version of a set is the one that
 * counts: publishing has nothing to copy. Records that waited in a table of their own belonged to drafts of programs that
 * have ended; they go, and the drafts are swept away as usual.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table new_records (
      subject text not null, set_code text not null, version integer not null, change_id text not null,
      rows text not null, primary key (subject, set_code, version, change_id)
    ) strict`,
    `insert into new_records (subject, set_code, version, change_id, rows)
      select subject, set_code, version, change_id, rows from records order by rowid`,
    `drop table records`,
    // Views name the table; they are to go on doing so, and not to be looked at while it is gone.
    `pragma legacy_alter_table = on`,
    `alter table new_records rename to records`,
    `pragma legacy_alter_table = off`,
    // A record waits, or waits to be removed, only as long as its subject stands in draft_subjects. That table is empty
    // nearly always, and then nobody need look for newer versions.
    `create view current_records as
      select subject, set_code, version, change_id, rows from records
      where not exists (select 1 from draft_subjects)
        or change_id not in (select id from drafts) and not exists (
          select 1 from records as newer
          where newer.subject = records.subject and newer.set_code = records.set_code
            and newer.version > records.version and newer.change_id not in (select id from drafts))`,
    `drop table draft_records`,
    `alter table drafts add column since integer not null default 0`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
