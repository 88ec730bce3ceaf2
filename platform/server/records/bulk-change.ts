import { setImmediate as nextTurn } from 'node:timers/promises';
import { CadreError, newId, type SubjectKind } from '#platform/model';
import { insertMany } from '../database/insert-many.ts';
import { changeSubjects, type AppliedChange } from './apply-change.ts';
import { project, projectPublished, stageProjections } from './project.ts';
import type { RecordsTransaction } from './projection.ts';
import { publishDraft } from './publish-draft.ts';
import { sealChange, type ChangeAuthor } from './seal-change.ts';
import type { Store } from './store.ts';
import { clearStaged } from './sweep-drafts.ts';
import {
  checkEdits,
  insertItems,
  insertWritten,
  planEdits,
  prepareNew,
  type SubjectEdit,
  type WrittenSubject,
} from './write-edits.ts';

/**
 * A change of any size that appears all at once. New subjects are written in short transactions under a draft that
 * nobody sees; what becomes of existing ones is worked out in short transactions too and waits beside them. Publishing
 * drops the draft, copies what waits and seals the change in one short transaction. Killed before that, nothing has
 * happened: the draft is swept away.
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
   * the files of the batch. Refuses as `applyChange` does.
   */
  async add(edits: readonly SubjectEdit[], also?: (tx: RecordsTransaction) => Promise<void>): Promise<void> {
    const created = edits.filter((edit) => edit.event === 'create');
    const existing = edits.filter((edit) => edit.event !== 'create');
    checkEdits(this.#store, existing);
    const prepared = prepareNew(this.#store, created);
    await this.#write([...prepared, ...existing.map((edit) => ({ edit }))], async (tx) => {
      await also?.(tx);
      await this.#create(tx, prepared);
      await this.#stage(tx, await planEdits(this.#store, tx, existing));
    });
  }

  /** Adds new subjects whose states were worked out elsewhere, by `prepareNew` in another thread. */
  async addPrepared(prepared: readonly WrittenSubject[]): Promise<void> {
    await this.#write(prepared, (tx) => this.#create(tx, prepared));
  }

  /** Makes everything visible at once. Refuses with `version-conflict` when an updated subject has changed meanwhile. */
  async publish(
    author: ChangeAuthor,
    undoes: string | null = null,
    check?: (tx: RecordsTransaction) => Promise<void>,
  ): Promise<AppliedChange> {
    const applied = await this.#store.db.transaction().execute(async (tx) => {
      await check?.(tx);
      await publishDraft(this.#store, tx, this.id);
      const dropped = await tx.deleteFrom('drafts').where('id', '=', this.id).executeTakeFirst();
      if (Number(dropped.numDeletedRows) !== 1) throw draftLost();
      await projectPublished(this.#store, tx, this.#kinds);
      return { id: this.id, seq: await sealChange(tx, this.id, author, undoes) };
    });
    // Clearing what waited takes as long as writing it did, and nobody needs to wait for that.
    await clearStaged(this.#store, this.id);
    return applied;
  }

  async #write(
    subjects: readonly { readonly edit: SubjectEdit }[],
    work: (tx: RecordsTransaction) => Promise<void>,
  ): Promise<void> {
    // The database answers without waiting, so a long series of batches would never let anything else happen: no signal
    // would be heard, and memory outside the heap is only given back between turns.
    await nextTurn();
    for (const { edit } of subjects) this.#kinds.add(edit.kind);
    await this.#store.db.transaction().execute(async (tx) => {
      await this.#touch(tx);
      await work(tx);
    });
  }

  async #create(tx: RecordsTransaction, prepared: readonly WrittenSubject[]): Promise<void> {
    const edits = prepared.map(({ edit }) => edit);
    await changeSubjects(tx, edits, this.id);
    await insertWritten(tx, this.id, prepared);
    await project(this.#store, tx, prepared, this.id);
  }

  async #touch(tx: RecordsTransaction): Promise<void> {
    const seen = await tx
      .updateTable('drafts')
      .set({ seen_at: new Date().toISOString() })
      .where('id', '=', this.id)
      .executeTakeFirst();
    if (Number(seen.numUpdatedRows) !== 1) throw draftLost();
  }

  async #stage(tx: RecordsTransaction, written: readonly WrittenSubject[]): Promise<void> {
    const subjects = written.map(({ edit }) => [this.id, edit.subject, edit.kind, edit.event]);
    const records = written.flatMap(({ edit, transitions }) =>
      Object.entries(transitions).map(([code, { from, after }]) => [
        this.id,
        edit.subject,
        code,
        from,
        after,
      ]),
    );
    await insertItems(tx, this.id, written);
    await insertMany(tx, 'draft_subjects', ['draft', 'subject', 'kind', 'event'], subjects);
    const columns = ['draft', 'subject', 'set_code', 'expected_version', 'rows'];
    await insertMany(tx, 'draft_records', columns, records);
    await stageProjections(this.#store, tx, written, this.id);
  }
}

function draftLost(): CadreError {
  return new CadreError('draft-lost', 409, '这项工作中断过久，已被清理，请重新开始。');
}
