import { setImmediate as nextTurn } from 'node:timers/promises';
import { CadreError, newId, type SubjectKind } from '#platform/model';
import { insertMany } from '../database/insert-many.ts';
import type { DraftRecordsTable } from '../database/schema.ts';
import { changeSubjects, type AppliedChange } from './apply-change.ts';
import { canonicalRows } from './canonical-rows.ts';
import { project, projectPublished } from './project.ts';
import type { RecordsTransaction } from './projection.ts';
import { parseRows } from './read-records.ts';
import { sealChange, type ChangeAuthor } from './seal-change.ts';
import type { Store } from './store.ts';
import { checkEdits, insertWritten, newSubjects, writeEdits, type SubjectEdit } from './write-edits.ts';

const publishedAtOnce = 500;

/**
 * A change of any size that appears all at once. New subjects are written in short transactions under a draft that
 * nobody sees; publishing drops the draft, applies the waiting updates and seals the change in one short transaction.
 * Killed before that, nothing has happened: the draft is swept away. Other writers wait for one batch at the most.
 */
export class BulkChange {
  readonly id = newId();
  readonly #store: Store;
  readonly #kinds = new Set<SubjectKind>();

  private constructor(store: Store) {
    this.#store = store;
  }

  static async begin(store: Store): Promise<BulkChange> {
    const bulk = new BulkChange(store);
    const now = new Date().toISOString();
    await store.db.insertInto('drafts').values({ id: bulk.id, started_at: now, seen_at: now }).execute();
    return bulk;
  }

  /**
   * Adds a batch (a hundred subjects or so) in one transaction. `also` writes into the same transaction, for instance
   * the files of the batch.
   */
  async add(edits: readonly SubjectEdit[], also?: (tx: RecordsTransaction) => Promise<void>): Promise<void> {
    // The database answers without waiting, so a long series of batches would never let anything else happen: no signal
    // would be heard, and memory outside the heap is only given back between turns.
    await nextTurn();
    checkEdits(this.#store, edits);
    for (const edit of edits) this.#kinds.add(edit.kind);
    const created = edits.filter((edit) => edit.event === 'create');
    const waiting = edits.filter((edit) => edit.event !== 'create');
    const written = newSubjects(this.#store, created);
    await this.#store.db.transaction().execute(async (tx) => {
      await this.#touch(tx);
      await also?.(tx);
      await changeSubjects(tx, created, this.id);
      await insertWritten(tx, this.id, written);
      await project(this.#store, tx, written, this.id);
      await this.#stage(tx, waiting);
    });
  }

  /** Makes everything visible at once. Refuses with `version-conflict` when an updated subject has changed meanwhile. */
  async publish(
    author: ChangeAuthor,
    undoes: string | null = null,
    check?: (tx: RecordsTransaction) => Promise<void>,
  ): Promise<AppliedChange> {
    return this.#store.db.transaction().execute(async (tx) => {
      await check?.(tx);
      for await (const updates of this.#staged(tx)) {
        await changeSubjects(tx, updates, null);
        const written = await writeEdits(this.#store, tx, this.id, updates);
        await project(this.#store, tx, written, null);
      }
      const dropped = await tx.deleteFrom('drafts').where('id', '=', this.id).executeTakeFirst();
      if (Number(dropped.numDeletedRows) !== 1) {
        throw new CadreError('draft-lost', 409, '这项工作中断过久，已被清理，请重新开始。');
      }
      await tx.deleteFrom('draft_records').where('draft', '=', this.id).execute();
      await projectPublished(this.#store, tx, this.#kinds);
      return { id: this.id, seq: await sealChange(tx, this.id, author, undoes) };
    });
  }

  async #touch(tx: RecordsTransaction): Promise<void> {
    const seen = await tx
      .updateTable('drafts')
      .set({ seen_at: new Date().toISOString() })
      .where('id', '=', this.id)
      .executeTakeFirst();
    if (Number(seen.numUpdatedRows) !== 1) {
      throw new CadreError('draft-lost', 409, '这项工作中断过久，已被清理，请重新开始。');
    }
  }

  async #stage(tx: RecordsTransaction, edits: readonly SubjectEdit[]): Promise<void> {
    const rows = edits.flatMap((edit) =>
      Object.entries(edit.sets).map(([code, { expectedVersion, rows: wanted }]) => [
        this.id,
        edit.subject,
        code,
        expectedVersion,
        canonicalRows(this.#store.registry.get(code), wanted),
      ]),
    );
    const events = edits.map((edit) => [this.id, edit.subject, `${edit.event} ${edit.kind}`, 0, '']);
    await insertMany(
      tx,
      'draft_records',
      ['draft', 'subject', 'set_code', 'expected_version', 'rows'],
      [...rows, ...events],
    );
  }

  /** The waiting edits, some hundred at a time: a statement takes only so many parameters, and memory stays flat. */
  async *#staged(tx: RecordsTransaction): AsyncGenerator<SubjectEdit[]> {
    let after = '';
    for (;;) {
      const subjects = await tx
        .selectFrom('draft_records')
        .select('subject')
        .where('draft', '=', this.id)
        .where('rows', '=', '')
        .where('subject', '>', after)
        .orderBy('subject')
        .limit(publishedAtOnce)
        .execute();
      const last = subjects.at(-1);
      if (!last) return;
      const staged = await tx
        .selectFrom('draft_records')
        .selectAll()
        .where('draft', '=', this.id)
        .where('subject', '>', after)
        .where('subject', '<=', last.subject)
        .orderBy('subject')
        .execute();
      after = last.subject;
      yield editsOf(staged);
    }
  }
}

function editsOf(staged: readonly DraftRecordsTable[]): SubjectEdit[] {
  const edits = new Map<
    string,
    { event: SubjectEdit['event']; kind: SubjectKind; sets: Record<string, SubjectEdit['sets'][string]> }
  >();
  for (const row of staged) {
    const edit = edits.get(row.subject) ?? { event: 'update', kind: 'person', sets: {} };
    edits.set(row.subject, edit);
    if (row.rows === '') {
      const [event, kind] = row.set_code.split(' ');
      edit.event = event as SubjectEdit['event'];
      edit.kind = kind as SubjectKind;
    } else {
      edit.sets[row.set_code] = { expectedVersion: row.expected_version, rows: parseRows(row.rows) };
    }
  }
  return [...edits].map(([subject, edit]) => ({ subject, ...edit }));
}
