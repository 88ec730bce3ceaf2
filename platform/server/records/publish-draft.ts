import { sql } from 'kysely';
import { diffRows, errors } from '#platform/model';
import { publishRows } from './projection-tables.ts';
import type { RecordsTransaction } from './projection.ts';
import { isLive } from './is-live.ts';
import { parseRows } from './read-records.ts';
import type { Store } from './store.ts';
import { conflictError, type Conflict } from './write-edits.ts';

/** Conflicts that are told; more would not be read. */
const conflictsTold = 50;

/**
 * Puts the waiting changes of a draft in force. Everything was worked out before; here the store only compares versions
 * and copies rows, so that the write lock is held as briefly as possible.
 */
export async function publishDraft(store: Store, tx: RecordsTransaction, draft: string): Promise<void> {
  await requireSubjects(tx, draft);
  await copyRecords(store, tx, draft);
  for (const projection of store.projections) await publishRows(tx, projection, draft);
}

/** Copies the waiting records over those that still have the version on which they are based. */
async function copyRecords(store: Store, tx: RecordsTransaction, draft: string): Promise<void> {
  const { waiting } = await tx
    .selectFrom('draft_records')
    .where('draft', '=', draft)
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow();
  const copied = await sql`insert into records (subject, set_code, version, rows, change_id)
    select subject, set_code, expected_version + 1, rows, draft from draft_records where draft = ${draft}
    on conflict (subject, set_code) do update
    set version = excluded.version, rows = excluded.rows, change_id = excluded.change_id
    where records.version = excluded.version - 1`.execute(tx);
  if (Number(copied.numAffectedRows ?? 0n) !== waiting)
    throw conflictError(await overtaken(store, tx, draft));
}

/** Removes and restores subjects, and makes sure that those to be changed are there. */
async function requireSubjects(tx: RecordsTransaction, draft: string): Promise<void> {
  const waiting = tx.selectFrom('draft_subjects').where('draft', '=', draft);
  for (const [event, removed] of [
    ['remove', 1],
    ['restore', 0],
  ] as const) {
    const { wanted } = await waiting
      .where('event', '=', event)
      .select((eb) => eb.fn.countAll<number>().as('wanted'))
      .executeTakeFirstOrThrow();
    if (wanted === 0) continue;
    const { numUpdatedRows } = await tx
      .updateTable('subjects')
      .set({ removed })
      .where('id', 'in', waiting.where('event', '=', event).select('subject'))
      .where('removed', '=', 1 - removed)
      .executeTakeFirst();
    if (Number(numUpdatedRows) !== wanted) throw errors.notFound('要变更的对象');
  }
  const missing = await waiting
    .where('event', '=', 'update')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('subjects')
            .select('subjects.id')
            .whereRef('subjects.id', '=', 'draft_subjects.subject')
            .whereRef('subjects.kind', '=', 'draft_subjects.kind')
            .where(isLive),
        ),
      ),
    )
    .select('subject')
    .limit(1)
    .executeTakeFirst();
  if (missing) throw errors.notFound('要修改的对象');
}

/** The sets that somebody else changed while the draft was being made. Those already copied are not among them. */
async function overtaken(store: Store, tx: RecordsTransaction, draft: string): Promise<Conflict[]> {
  const found = await tx
    .selectFrom('draft_records as ours')
    .innerJoin('records as theirs', (join) =>
      join.onRef('theirs.subject', '=', 'ours.subject').onRef('theirs.set_code', '=', 'ours.set_code'),
    )
    .select(['ours.subject', 'ours.set_code', 'ours.rows', 'theirs.version', 'theirs.rows as stored'])
    .where('ours.draft', '=', draft)
    .where('theirs.change_id', '!=', draft)
    .limit(conflictsTold)
    .execute();
  return found.map(({ subject, set_code: code, rows, version, stored }): Conflict => {
    const difference = diffRows(store.registry.get(code), parseRows(stored), parseRows(rows));
    return { subject, set: code, version, difference };
  });
}
