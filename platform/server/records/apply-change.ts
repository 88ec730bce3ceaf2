import type { Kysely } from 'kysely';
import { errors, newId, type SubjectKind } from '#platform/model';
import { insertMany } from '../database/insert-many.ts';
import type { DatabaseSchema } from '../database/schema.ts';
import type { GuardedAct } from './guard.ts';
import { project, projectPublished } from './project.ts';
import type { RecordsTransaction } from './projection.ts';
import { isLive } from './is-live.ts';
import { dropReplaced } from './replaced-records.ts';
import { hashItems, sealChange, type ChangeAuthor } from './seal-change.ts';
import type { Store } from './store.ts';
import { insertSubjects } from './insert-subjects.ts';
import { checkEdits, planEdits, type SubjectEdit } from './plan-edits.ts';
import { sealSubjects } from './seal-subjects.ts';

/** What was written. */
export interface AppliedChange {
  readonly id: string;
  readonly seq: number;
}

/**
 * The one way to change records. In one transaction: every row is validated, every version checked, the new states
 * written, the derived tables brought up to date and the change appended to the journal. Refuses with `record-invalid`,
 * `version-conflict` (both values in the details), `not-found` or `nothing-changed`; then nothing was written.
 */
export async function applyChange(
  store: Store,
  author: ChangeAuthor,
  edits: readonly SubjectEdit[],
  act: GuardedAct = 'work',
): Promise<AppliedChange> {
  checkEdits(store, edits);
  return store.db.transaction().execute(async (tx) => {
    const id = newId();
    await changeSubjects(tx, edits, null);
    const written = await planEdits(store, tx, edits, act);
    await insertSubjects(tx, id, sealSubjects(written));
    await dropReplaced(
      tx,
      written.map(({ edit }) => edit.subject),
    );
    await project(store, tx, written, null);
    await projectPublished(store, tx, new Set(edits.map((edit) => edit.kind)));
    return { id, seq: await sealChange(tx, id, author, null, await hashItems(tx, id)) };
  });
}

/** Creates, removes or restores subjects, and makes sure that the others are there. */
export async function changeSubjects(
  tx: RecordsTransaction,
  edits: readonly SubjectEdit[],
  draft: string | null,
): Promise<void> {
  const created = edits.filter((edit) => edit.event === 'create');
  await insertMany(
    tx,
    'subjects',
    ['id', 'kind', 'draft', 'removed'],
    created.map((edit) => [edit.subject, edit.kind, draft, 0]),
  );
  for (const [event, removed] of [
    ['remove', 1],
    ['restore', 0],
  ] as const) {
    const ids = edits.filter((edit) => edit.event === event).map((edit) => edit.subject);
    for (let start = 0; start < ids.length; start += 500) {
      const some = ids.slice(start, start + 500);
      const { numUpdatedRows } = await tx
        .updateTable('subjects')
        .set({ removed })
        .where('id', 'in', some)
        .where('removed', '=', 1 - removed)
        .executeTakeFirst();
      if (Number(numUpdatedRows) !== some.length) throw errors.notFound('要变更的对象');
    }
  }
  await requireLive(tx, edits);
}

/** Refuses with `not-found` when one of the subjects that are to be updated is not there for everybody. */
export async function requireLive(
  db: Kysely<DatabaseSchema>,
  edits: readonly Pick<SubjectEdit, 'subject' | 'kind' | 'event'>[],
): Promise<void> {
  const kinds = new Map<string, SubjectKind>(
    edits.filter((edit) => edit.event === 'update').map((edit) => [edit.subject, edit.kind]),
  );
  const ids = [...kinds.keys()];
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500);
    const live = await db
      .selectFrom('subjects')
      .select(['id', 'kind'])
      .where('id', 'in', some)
      .where(isLive)
      .execute();
    if (live.filter((row) => kinds.get(row.id) === row.kind).length !== some.length) {
      throw errors.notFound('要修改的对象');
    }
  }
}
