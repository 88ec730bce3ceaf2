import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CadreError, newId, type Actor } from '#platform/model';
import { dropUploads, uploadFolder, type Store, type TaskActor, type TaskRunner } from '#platform/server';
import { rightsNow } from '#modules/cadres/server';
import type { BulkState, BulkStatus } from '#modules/sheets';
import { withSheets, type BulkJobsTable } from '../tables.ts';
import { dropFindings } from './findings.ts';
import {
  noCounts,
  requireJob,
  requireKind,
  requireRightTo,
  setJob,
  statusOf,
  type BulkKind,
} from './job-rows.ts';

/** Where a step may begin. A job that was written or dropped stays as it is. */
const open: readonly BulkState[] = ['uploading', 'mapping', 'ready', 'failed'];

/** Files and previews hold personal data and do not lie about longer than this. */
const keptFor = 3 * 24 * 3_600_000;

/** What is needed of a running server. */
export interface DeskTools {
  readonly store: Store;
  readonly runTask: TaskRunner;
  readonly dataFolder: string;
  /** Hears of errors that are mistakes of the program; users get a sentence. */
  readonly report: (error: unknown) => void;
}

/** One step of a job: a task that runs beside the server. */
export interface JobStep<Result> {
  readonly task: string;
  readonly input: unknown;
  /** While anything but `applying`, something is found anew: what earlier steps found is gone. */
  readonly during: BulkState;
  readonly after: BulkState;
  /** The state to go back to when the step fails; `failed` unless said. */
  readonly otherwise?: BulkState;
  /** What the operator said, set in the job's row as the step begins. */
  readonly said?: Partial<Pick<BulkJobsTable, 'title' | 'settings' | 'look'>>;
  /** What the result sets in the job's row. */
  readonly keep: (result: Result) => Partial<BulkJobsTable>;
}

/** The bulk work of a running server: its jobs, their files and their progress. */
export class BulkDesk {
  readonly #tools: DeskTools;
  readonly #running = new Map<string, { abort: AbortController; done: number; total: number }>();

  constructor(tools: DeskTools) {
    this.#tools = tools;
  }

  /** What an earlier process left unfinished cannot go on; it wrote nothing unless its change was made already. */
  async recover(): Promise<void> {
    const stale = await this.#db()
      .selectFrom('bulk_jobs')
      .select('id')
      .where('state', 'in', ['looking', 'checking', 'applying'])
      .execute();
    for (const { id } of stale) {
      if (await this.#isWritten(id)) continue;
      const message = '服务中断，本次没有写入任何内容，请重新开始。';
      await setJob(this.#tools.store, id, { state: 'failed', message });
      await this.#dropFiles(id);
    }
  }

  /** Removes files and previews that are old; what was written stays in the list. */
  async sweep(): Promise<void> {
    const limit = new Date(Date.now() - keptFor).toISOString();
    const old = await this.#db()
      .selectFrom('bulk_jobs')
      .select(['id', 'state'])
      .where('started_at', '<', limit)
      .execute();
    for (const { id, state } of old) {
      if (this.#running.has(id)) continue;
      await this.#dropFiles(id);
      if (state !== 'done') await this.#db().deleteFrom('bulk_jobs').where('id', '=', id).execute();
    }
  }

  /** Where the files of a job lie: those that were uploaded, and what was made for good. */
  folder(id: string): string {
    return uploadFolder(this.#tools.dataFolder, id);
  }

  /** Where the files lie that a step made of what it found; they go with its findings. */
  foundFolder(id: string): string {
    return join(this.folder(id), 'found');
  }

  /** Opens a job; refuses whoever may not see what such a job shows. */
  async start(
    actor: Actor,
    values: Pick<BulkJobsTable, 'set_code' | 'title' | 'settings'> & { readonly kind: BulkKind },
  ): Promise<string> {
    requireRightTo(actor, values.kind);
    const id = newId();
    await mkdir(this.folder(id), { recursive: true, mode: 0o700 });
    const row = {
      ...values,
      id,
      user_id: actor.id,
      rights: await rightsNow(this.#tools.store, actor),
      state: 'uploading',
      started_at: new Date().toISOString(),
      look: '',
      done: 0,
      total: 0,
      counts: JSON.stringify(noCounts),
      fingerprint: '',
      message: '',
      change_id: null,
    };
    await this.#db().insertInto('bulk_jobs').values(row).execute();
    return id;
  }

  async list(actor: Actor): Promise<BulkStatus[]> {
    const rows = await this.#db()
      .selectFrom('bulk_jobs')
      .selectAll()
      .where('user_id', '=', actor.id)
      .where('state', '!=', 'cancelled')
      .orderBy('started_at', 'desc')
      .limit(20)
      .execute();
    return rows.map((row) => this.#withProgress(row));
  }

  async status(actor: Actor, id: string): Promise<BulkStatus> {
    return this.#withProgress(await requireJob(this.#tools.store, actor, id));
  }

  /**
   * The door of every step: the job, if it is of this kind, its user may still see what such a job shows, and it stands
   * where the step may be done.
   */
  async inState(
    actor: Actor,
    id: string,
    kind: BulkKind,
    states: readonly BulkState[],
  ): Promise<BulkJobsTable> {
    const row = await requireKind(this.#tools.store, actor, id, kind);
    requireRightTo(actor, kind);
    if (this.#running.has(id) || !states.some((state) => state === row.state)) throw wrongState();
    return row;
  }

  /** Begins a step; it goes on when this has answered. */
  async begin<Result>(actor: Actor, id: string, step: JobStep<Result>): Promise<void> {
    if (this.#running.has(id)) throw wrongState();
    const running = { abort: new AbortController(), done: 0, total: 0 };
    this.#running.set(id, running);
    try {
      // An upload takes its time: another step may have gone before it since it came through the door.
      const { state } = await requireJob(this.#tools.store, actor, id);
      if (!open.some((each) => each === state)) throw wrongState();
      const found = step.during === 'applying' ? {} : await this.#findAnew(actor, id);
      await setJob(this.#tools.store, id, { ...step.said, ...found, state: step.during, message: '' });
    } catch (error) {
      this.#running.delete(id);
      throw error;
    }
    const onProgress = (done: number, total: number) => Object.assign(running, { done, total });
    void this.#tools
      .runTask<Result>(step.task, step.input, { onProgress, signal: running.abort.signal })
      .then((result) => setJob(this.#tools.store, id, { ...step.keep(result), state: step.after }))
      .catch(async (error: unknown) => {
        if (await this.#isWritten(id)) return;
        if (running.abort.signal.aborted) await this.#drop(id);
        else await this.#failed(id, step.otherwise ?? 'failed', error);
      })
      .catch(this.#tools.report)
      .finally(() => this.#running.delete(id));
  }

  /**
   * Forgets what was found earlier, and answers with the row of a job of which nothing is known. Only then may it hold the
   * rights of now: with them what was found with more rights would be shown.
   */
  async #findAnew(
    actor: Actor,
    id: string,
  ): Promise<Pick<BulkJobsTable, 'rights' | 'counts' | 'fingerprint'>> {
    const { store } = this.#tools;
    await rm(this.foundFolder(id), { recursive: true, force: true });
    await mkdir(this.foundFolder(id), { recursive: true, mode: 0o700 });
    await dropFindings(store, id);
    return { rights: await rightsNow(store, actor), counts: JSON.stringify(noCounts), fingerprint: '' };
  }

  /** Stops a job that runs, or drops one that was only looked at. One that is done stays. */
  async cancel(actor: Actor, id: string): Promise<void> {
    const row = await requireJob(this.#tools.store, actor, id);
    const running = this.#running.get(id);
    if (running) running.abort.abort();
    else if (row.state === 'done') throw wrongState();
    else await this.#drop(id);
  }

  /**
   * Was the change of the job made, although its process did not come to its end? Then the job is done: from the moment in
   * which the change appears it can be undone and nothing else.
   */
  async #isWritten(id: string): Promise<boolean> {
    const job = await this.#db()
      .selectFrom('bulk_jobs')
      .innerJoin('changes', 'changes.id', 'bulk_jobs.change_id')
      .select('changes.id')
      .where('bulk_jobs.id', '=', id)
      .executeTakeFirst();
    if (!job) return false;
    const message = '停止之前已经写入完成。如不需要，请撤销。';
    await setJob(this.#tools.store, id, { state: 'done', message });
    return true;
  }

  async #failed(id: string, state: BulkState, error: unknown): Promise<void> {
    if (!(error instanceof CadreError)) this.#tools.report(error);
    const message =
      error instanceof CadreError
        ? error.message
        : '程序出错，没有写入任何内容，请重试；仍不成功请联系系统管理员。';
    await setJob(this.#tools.store, id, { state, message });
  }

  async #drop(id: string): Promise<void> {
    await setJob(this.#tools.store, id, { state: 'cancelled' });
    await this.#dropFiles(id);
  }

  async #dropFiles(id: string): Promise<void> {
    await dropFindings(this.#tools.store, id);
    await dropUploads(this.folder(id));
  }

  #withProgress(row: BulkJobsTable): BulkStatus {
    const progress = this.#running.get(row.id);
    return { ...statusOf(row), ...(progress ? { done: progress.done, total: progress.total } : {}) };
  }

  #db() {
    return withSheets(this.#tools.store.db);
  }
}

export function wrongState(): CadreError {
  return new CadreError('bulk-state', 409, '这项批量工作当前不能进行这一步，请刷新页面查看进度。');
}

/** Only plain data can be sent to another process. */
export const taskActor = ({ id, name, scope }: Actor): TaskActor => ({ id, name, scope });
