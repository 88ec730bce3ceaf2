import { sql } from 'kysely';
import { CadreError, diffRows, errors } from '#platform/model';
import { requireLive } from './apply-change.ts';
import { askGuards, type GuardedAct } from './guard.ts';
import { projectAnew } from './project.ts';
import { publishRows } from './projection-tables.ts';
import type { RecordsTransaction } from './projection.ts';
import { parseRows } from './read-records.ts';
import type { Store } from './store.ts';
import { conflictError, noRows, type Conflict, type SubjectEdit } from './plan-edits.ts';

/** Conflicts that are told; more would not be read. */
const conflictsTold = 50;
const atOnce = 500;

type Waiting = Pick<SubjectEdit, 'subject' | 'kind' | 'event'>;

/**
 * Puts the waiting changes of a draft in force. Everything was worked out and written before; without its draft a record
 * is the newest of its set and counts. What the draft is based on is looked at again only where the journal tells that
 * somebody was there meanwhile, so that the write lock is held as briefly as possible.
 */
export async function publishDraft(
  store: Store,
  tx: RecordsTransaction,
  draft: string,
  act: GuardedAct,
): Promise<void> {
  const touched = await touchedMeanwhile(tx, draft);
  await requireLive(tx, touched);
  await requireNotOvertaken(store, tx, draft, touched);
  await requireGuarded(store, tx, draft, touched, act);
  await removeAndRestore(tx, draft);
  await dropDraft(tx, draft);
  for (const projection of store.projections) await publishRows(tx, projection, draft);
  // Their derived rows were worked out from sets that have changed since.
  await projectAnew(
    store,
    tx,
    touched.filter(({ event }) => event !== 'remove'),
  );
}

export function draftLost(): CadreError {
  return new CadreError('draft-lost', 409, '这项工作中断过久，已被清理，请重新开始。');
}

/** The waiting subjects in the changes that were made since the draft began. (Cross joins keep the order: few changes first.) */
async function touchedMeanwhile(tx: RecordsTransaction, draft: string): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select distinct waiting.subject, waiting.kind, waiting.event
    from drafts cross join changes on changes.seq > drafts.since
      cross join change_items on change_items.change_id = changes.id
      cross join draft_subjects as waiting
        on waiting.draft = drafts.id and waiting.subject = change_items.subject
    where drafts.id = ${draft}`.execute(tx);
  return rows;
}

/** Refuses when somebody else changed a set that the draft changes. */
async function requireNotOvertaken(
  store: Store,
  tx: RecordsTransaction,
  draft: string,
  touched: readonly Waiting[],
): Promise<void> {
  const conflicts: Conflict[] = [];
  for (let start = 0; start < touched.length && conflicts.length < conflictsTold; start += atOnce) {
    const some = touched.slice(start, start + atOnce).map(({ subject }) => subject);
    conflicts.push(...(await overtaken(store, tx, draft, some)));
  }
  if (conflicts.length > 0) throw conflictError(conflicts.slice(0, conflictsTold));
}

async function overtaken(
  store: Store,
  tx: RecordsTransaction,
  draft: string,
  subjects: readonly string[],
): Promise<Conflict[]> {
  const found = await tx
    .selectFrom('records as ours')
    .leftJoin('current_records as theirs', (join) =>
      join.onRef('theirs.subject', '=', 'ours.subject').onRef('theirs.set_code', '=', 'ours.set_code'),
    )
    .select(['ours.subject', 'ours.set_code', 'ours.rows', 'theirs.version', 'theirs.rows as stored'])
    .where('ours.subject', 'in', subjects)
    .where('ours.change_id', '=', draft)
    .where(sql<boolean>`ours.version <> coalesce(theirs.version, 0) + 1`)
    .limit(conflictsTold)
    .execute();
  return found.map(({ subject, set_code: code, rows, version, stored }): Conflict => {
    const difference = diffRows(store.registry.get(code), parseRows(stored ?? noRows), parseRows(rows));
    return { subject, set: code, version: version ?? 0, difference };
  });
}

/** Guards look at sets that the draft does not change: what was allowed when it waited may not be any more. */
async function requireGuarded(
  store: Store,
  tx: RecordsTransaction,
  draft: string,
  touched: readonly Waiting[],
  act: GuardedAct,
): Promise<void> {
  const codes = [...new Set(store.guards.flatMap(({ watches, needs }) => [...watches, needs]))];
  const updated = touched.filter(({ event }) => event === 'update');
  for (let start = 0; codes.length > 0 && start < updated.length; start += atOnce) {
    const some = updated.slice(start, start + atOnce);
    const ids = some.map(({ subject }) => subject);
    const ours = await tx
      .selectFrom('records')
      .select(['subject', 'set_code', 'version', 'rows'])
      .where('change_id', '=', draft)
      .where('subject', 'in', ids)
      .where('set_code', 'in', codes)
      .execute();
    const theirs = await tx
      .selectFrom('current_records')
      .select(['subject', 'set_code', 'rows'])
      .where('subject', 'in', ids)
      .where('set_code', 'in', codes)
      .execute();
    const stored = new Map(theirs.map((each) => [`${each.subject} ${each.set_code}`, each.rows]));
    const waiting = Map.groupBy(ours, ({ subject }) => subject);
    for (const { subject, kind } of some) {
      const transitions = Object.fromEntries(
        (waiting.get(subject) ?? []).map(({ set_code: code, version, rows }) => {
          const before = stored.get(`${subject} ${code}`) ?? noRows;
          return [code, { from: version - 1, to: version, before, after: rows }];
        }),
      );
      askGuards(store.guards, kind, (code) => stored.get(`${subject} ${code}`), transitions, act);
    }
  }
}

async function removeAndRestore(tx: RecordsTransaction, draft: string): Promise<void> {
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
}

/** Makes everything of the draft visible. One that is being swept away is lost. */
async function dropDraft(tx: RecordsTransaction, draft: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('drafts')
    .where('id', '=', draft)
    .where('seen_at', '!=', '')
    .executeTakeFirstOrThrow();
  if (Number(numDeletedRows) !== 1) throw draftLost();
}
