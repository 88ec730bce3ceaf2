import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * A condition on a column that holds the draft in which a row was made, `p.draft` for instance: the row is there for
 * everybody. Publishing drops the draft and leaves its name in the rows.
 */
export function isPublished(column: string): RawBuilder<SqlBool> {
  const draft = sql.ref(column);
  return sql`(${draft} is null or ${draft} not in (select id from drafts))`;
}

/** A condition on `subjects`: there for everybody, neither removed nor in an unpublished draft. */
export const isLive: RawBuilder<SqlBool> = sql`(subjects.removed = 0 and ${isPublished('subjects.draft')})`;
