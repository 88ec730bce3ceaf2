import { setImmediate as nextTurn } from 'node:timers/promises';
import { CadreError, newId, type SubjectKind } from '#platform/model';
import { insertMany } from '../database/insert-many.ts';
import { changeSubjects, requireLive, type AppliedChange } from './apply-change.ts';
import type { GuardedAct } from './guard.ts';
import { insertSubjects } from './insert-subjects.ts';
import { journalPosition } from './journal.ts';
import { project, projectPublished, stageProjections } from './project.ts';
import type { RecordsTransaction } from './projection.ts';
import { draftLost, publishDraft } from './publish-draft.ts';
import { hashItems, sealChange, type ChangeAuthor } from './seal-change.ts';
import type { Store } from './store.ts';
import { clearPublished } from './sweep-drafts.ts';
import { checkEdits, planEdits, planNew, type PlannedSubject, type SubjectEdit } from './plan-edits.ts';
import { sealSubjects, type WrittenSubject } from './seal-subjects.ts';
import { Sealer } from './sealer.ts';

/**
 * A change of any size that appears all at once. New subjects, and what becomes of existing ones, are written in short
 * transactions under a draft that nobody sees. Publishing drops the draft and seals the change in one short transaction.
 * Killed before that, nothing has happened: the draft is swept away.
 */
export class BulkChange {
  readonly id = newId();
  readonly #store: Store;
  readonly #act: GuardedAct;
  readonly #kinds = new Set<SubjectKind>();

  private constructor(store: Store, act: GuardedAct) {
    this.#store = store;
    this.#act = act;
  }

  static async begin(store: Store, act: GuardedAct = 'work'): Promise<BulkChange> {
    const bulk = new BulkChange(store, act);
    const since = await journalPosition(store.db);
    const now = new Date().toISOString();
    await store.db
      .insertInto('drafts')
      .values({ id: bulk.id, started_at: now, seen_at: now, since })
      .execute();
    return bulk;
  }

  /**
   * Adds a batch (a hundred subjects or so) in one transaction. `also` writes into the same transaction, for instance
   * the files of the batch. Refuses as `applyChange` does.
   */
  async add(edits: readonly SubjectEdit[], also?: (tx: RecordsTransaction) => Promise<void>): Promise<void> {
    await this.#write(sealSubjects(await this.#plan(edits)), also);
  }

  /**
   * Adds one batch after another as `add` does: while one is being sealed in another thread, the next is worked out.
   * Batches that are worked out from stored records do not see those of this change, like everybody else.
   */
  async addAll(batches: AsyncIterable<readonly SubjectEdit[]>): Promise<void> {
    const sealer = new Sealer();
    let coming: Promise<WrittenSubject[]> | null = null;
    try {
      for await (const edits of batches) {
        const sealing = sealer.seal(await this.#plan(edits));
        // What breaks it is told when it is waited for.
        sealing.catch(() => {});
        if (coming) await this.#write(await coming);
        coming = sealing;
      }
      if (coming) await this.#write(await coming);
    } finally {
      await sealer.end();
    }
  }

  /** Adds new subjects whose states were worked out elsewhere, by `prepareNew` in another thread. */
  async addPrepared(prepared: readonly WrittenSubject[]): Promise<void> {
    await this.#write(prepared);
  }

  /** Makes everything visible at once. Refuses with `version-conflict` when an updated subject has changed meanwhile. */
  async publish(
    author: ChangeAuthor,
    undoes: string | null = null,
    check?: (tx: RecordsTransaction) => Promise<void>,
  ): Promise<AppliedChange> {
    // Nobody else writes items of this draft, so no writer needs to wait while they are read.
    const items = await hashItems(this.#store.db, this.id);
    const applied = await this.#store.db.transaction().execute(async (tx) => {
      await check?.(tx);
      await publishDraft(this.#store, tx, this.id, this.#act);
      await projectPublished(this.#store, tx, this.#kinds);
      return { id: this.id, seq: await sealChange(tx, this.id, author, undoes, items) };
    });
    await this.#clear();
    return applied;
  }

  /**
   * Checks edits and works out what they leave behind. No transaction need hold still for it: publishing looks again at
   * what others have changed since the draft began.
   */
  async #plan(edits: readonly SubjectEdit[]): Promise<PlannedSubject[]> {
    const created = edits.filter((edit) => edit.event === 'create');
    const existing = edits.filter((edit) => edit.event !== 'create');
    checkEdits(this.#store, existing);
    const { db } = this.#store;
    const planned = planNew(this.#store, created);
    await requireLive(db, existing);
    return [...planned, ...(await planEdits(this.#store, db, existing, this.#act))];
  }

  async #write(
    written: readonly WrittenSubject[],
    also?: (tx: RecordsTransaction) => Promise<void>,
  ): Promise<void> {
    // The database answers without waiting, so a long series of batches would never let anything else happen: no signal
    // would be heard, and memory outside the heap is only given back between turns.
    await nextTurn();
    for (const { edit } of written) this.#kinds.add(edit.kind);
    const created = written.filter(({ edit }) => edit.event === 'create');
    const existing = written.filter(({ edit }) => edit.event !== 'create');
    await this.#store.db.transaction().execute(async (tx) => {
      await this.#touch(tx);
      await also?.(tx);
      await changeSubjects(
        tx,
        created.map(({ edit }) => edit),
        this.id,
      );
      await insertSubjects(tx, this.id, written);
      await project(this.#store, tx, created, this.id);
      await this.#stage(tx, existing);
    });
  }

  /** Removes what was replaced. The change has happened: where that fails, the next sweep does it. */
  async #clear(): Promise<void> {
    try {
      await clearPublished(this.#store, this.id);
    } catch (error) {
      if (!(error instanceof CadreError)) throw error;
    }
  }

  async #touch(tx: RecordsTransaction): Promise<void> {
    const seen = await tx
      .updateTable('drafts')
      .set({ seen_at: new Date().toISOString() })
      .where('id', '=', this.id)
      .where('seen_at', '!=', '')
      .executeTakeFirst();
    if (Number(seen.numUpdatedRows) !== 1) throw draftLost();
  }

  async #stage(tx: RecordsTransaction, written: readonly WrittenSubject[]): Promise<void> {
    const subjects = written.map(({ edit }) => [this.id, edit.subject, edit.kind, edit.event]);
    await insertMany(tx, 'draft_subjects', ['draft', 'subject', 'kind', 'event'], subjects);
    await stageProjections(this.#store, tx, written, this.id);
  }
}
