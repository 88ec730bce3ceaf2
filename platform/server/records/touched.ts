import type { Kysely } from 'kysely';
import type { SubjectKind } from '#platform/model';
import type { DatabaseSchema } from '../database/schema.ts';

/** A subject that changes touched. */
export interface TouchedSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  /** It is not there any more. */
  readonly removed: boolean;
}

/** Positions of the journal: after `since`, and up to `until` where that is said. */
export interface JournalSpan {
  readonly since: number;
  readonly until?: number;
}

/** Everybody and every unit that the changes of this part of the journal touched, each once, as they are now. */
export async function touchedSubjects(
  db: Kysely<DatabaseSchema>,
  span: JournalSpan,
): Promise<readonly TouchedSubject[]> {
  const rows = await touchedBy(db, span)
    .select(['subjects.id', 'subjects.kind', 'subjects.removed'])
    .distinct()
    .execute();
  return rows.map(({ id, kind, removed }) => ({ id, kind, removed: removed !== 0 }));
}

/** Did any of these changes touch a unit? */
export async function anyUnitTouched(db: Kysely<DatabaseSchema>, span: JournalSpan): Promise<boolean> {
  const unit = await touchedBy(db, span)
    .select('subjects.id')
    .where('subjects.kind', '=', 'unit')
    .limit(1)
    .executeTakeFirst();
  return unit !== undefined;
}

function touchedBy(db: Kysely<DatabaseSchema>, { since, until }: JournalSpan) {
  const touched = db
    .selectFrom('changes')
    .innerJoin('change_items', 'change_items.change_id', 'changes.id')
    .innerJoin('subjects', 'subjects.id', 'change_items.subject')
    .where('changes.seq', '>', since);
  return until === undefined ? touched : touched.where('changes.seq', '<=', until);
}
