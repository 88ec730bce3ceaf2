import { mkdir } from 'node:fs/promises';
import { CadreError, newId, type Actor } from '#platform/model';
import {
  dropUploads,
  keepUploads,
  uploadFolder,
  type Store,
  type TaskRunner,
  type UploadedFile,
} from '#platform/server';
import { rightsNow } from '#modules/cadres/server';
import type { ImportStatus } from '#modules/exchange';
import type { Placement } from '../import/import-forms.ts';
import { withExchange, type ImportsTable } from '../tables.ts';
import {
  noCounts,
  requireImport,
  requireImportInSight,
  requireSight,
  setImport,
  statusOf,
} from './import-rows.ts';
import type { ApplyInput, PreviewInput, TaskResult } from './import-tasks.ts';

/** Uploaded files that nobody imports do not lie about longer than this. */
const keptFor = 3 * 24 * 3_600_000;

/** The imports of a running server: their uploads, jobs and progress. */
export class ImportDesk {
  readonly #store: Store;
  readonly #runTask: TaskRunner;
  readonly #dataFolder: string;
  readonly #report: (error: unknown) => void;
  readonly #running = new Map<string, { abort: AbortController; done: number; total: number }>();

  /** `report` hears of errors that are mistakes of the program; users get a sentence. */
  constructor(store: Store, runTask: TaskRunner, dataFolder: string, report: (error: unknown) => void) {
    this.#store = store;
    this.#runTask = runTask;
    this.#dataFolder = dataFolder;
    this.#report = report;
  }

  /** Drops imports that nobody went on with: their files hold personal data and must not lie about. */
  async sweep(): Promise<void> {
    const limit = new Date(Date.now() - keptFor).toISOString();
    const old = await withExchange(this.#store.db)
      .selectFrom('imports')
      .select('id')
      .where('state', 'in', ['uploading', 'ready', 'failed'])
      .where('started_at', '<', limit)
      .execute();
    for (const { id } of old) if (!this.#running.has(id)) await this.#drop(id);
  }

  /** What an earlier process left unfinished wrote nothing and cannot go on. */
  async recover(): Promise<void> {
    const stale = await withExchange(this.#store.db)
      .selectFrom('imports')
      .select('id')
      .where('state', 'in', ['uploading', 'reading', 'applying'])
      .execute();
    for (const { id } of stale) {
      await setImport(this.#store, id, {
        state: 'failed',
        message: '服务中断，本次导入没有写入任何内容，请重新导入。',
      });
      await dropUploads(uploadFolder(this.#dataFolder, id));
    }
  }

  /** Opens an import; refuses whoever may not see what the preview shows. */
  async start(actor: Actor): Promise<string> {
    requireSight(actor);
    const id = newId();
    await mkdir(uploadFolder(this.#dataFolder, id), { recursive: true, mode: 0o700 });
    const row = {
      id,
      user_id: actor.id,
      rights: await rightsNow(this.#store, actor),
      state: 'uploading',
      started_at: new Date().toISOString(),
      done: 0,
      total: 0,
      counts: JSON.stringify(noCounts),
      ambiguous: 0,
      message: '',
      change_id: null,
    };
    await withExchange(this.#store.db).insertInto('imports').values(row).execute();
    return id;
  }

  async upload(actor: Actor, id: string, files: AsyncIterable<UploadedFile>): Promise<number> {
    await this.#inState(actor, id, ['uploading']);
    return keepUploads(uploadFolder(this.#dataFolder, id), files);
  }

  async preview(actor: Actor, id: string): Promise<ImportStatus> {
    requireSight(actor);
    await this.#inState(actor, id, ['uploading', 'ready', 'failed']);
    const input: PreviewInput = { importId: id, actor, folder: uploadFolder(this.#dataFolder, id) };
    const forget = () => this.#forgetFound(actor, id);
    await this.#run('import-preview', 'reading', 'ready', withoutMethods(input), forget);
    return this.status(actor, id);
  }

  async apply(actor: Actor, id: string, placement: Placement): Promise<ImportStatus> {
    await this.#inState(actor, id, ['ready']);
    // What is written was decided by what the preview showed.
    await requireImportInSight(this.#store, actor, id);
    const input: ApplyInput = { importId: id, actor, folder: uploadFolder(this.#dataFolder, id), placement };
    await this.#run('import-apply', 'applying', 'done', withoutMethods(input));
    return this.status(actor, id);
  }

  async status(actor: Actor, id: string): Promise<ImportStatus> {
    return this.#withProgress(await requireImport(this.#store, actor, id));
  }

  async list(actor: Actor): Promise<ImportStatus[]> {
    const rows = await withExchange(this.#store.db)
      .selectFrom('imports')
      .selectAll()
      .where('user_id', '=', actor.id)
      .where('state', '!=', 'cancelled')
      .orderBy('started_at', 'desc')
      .limit(20)
      .execute();
    return rows.map((row) => this.#withProgress(row));
  }

  /** Stops a running import, or drops one that was only looked at. One that is done stays. */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.#inState(actor, id, ['uploading', 'reading', 'ready', 'applying', 'failed']);
    const running = this.#running.get(id);
    if (running) running.abort.abort();
    else await this.#drop(id);
  }

  async #inState(actor: Actor, id: string, states: readonly string[]): Promise<ImportsTable> {
    const row = await requireImport(this.#store, actor, id);
    if (!states.includes(row.state)) {
      throw wrongState();
    }
    return row;
  }

  /**
   * Forgets what was read earlier, and answers with the row of an import of which nothing is known. Only then may it hold
   * the rights of now: with them what was read with more rights would be shown.
   */
  async #forgetFound(actor: Actor, id: string): Promise<Partial<ImportsTable>> {
    await withExchange(this.#store.db).deleteFrom('import_items').where('import_id', '=', id).execute();
    const rights = await rightsNow(this.#store, actor);
    return { rights, counts: JSON.stringify(noCounts), ambiguous: 0 };
  }

  /** Begins a step; `before` prepares it and tells what else is to be noted. */
  async #run(
    task: string,
    during: string,
    after: string,
    input: PreviewInput,
    before: () => Promise<Partial<ImportsTable>> = async () => ({}),
  ): Promise<void> {
    const id = input.importId;
    if (this.#running.has(id)) throw wrongState();
    const progress = { abort: new AbortController(), done: 0, total: 0 };
    this.#running.set(id, progress);
    try {
      const noted = await before();
      await setImport(this.#store, id, { ...noted, state: during, message: '', done: 0, total: 0 });
    } catch (error) {
      this.#running.delete(id);
      throw error;
    }
    const onProgress = (done: number, total: number) => Object.assign(progress, { done, total });
    void this.#runTask<TaskResult>(task, input, { onProgress, signal: progress.abort.signal })
      .then((result) => this.#finished(id, after, result))
      .catch((error: unknown) => (progress.abort.signal.aborted ? this.#drop(id) : this.#failed(id, error)))
      .finally(() => this.#running.delete(id));
  }

  async #finished(id: string, state: string, { ambiguous, change, ...counts }: TaskResult): Promise<void> {
    await setImport(this.#store, id, {
      state,
      ambiguous,
      change_id: change,
      counts: JSON.stringify(counts),
      done: counts.forms,
      total: counts.forms,
    });
    if (state === 'done') await dropUploads(uploadFolder(this.#dataFolder, id));
  }

  async #failed(id: string, error: unknown): Promise<void> {
    if (!(error instanceof CadreError)) this.#report(error);
    const message =
      error instanceof CadreError
        ? error.message
        : '导入出错，没有写入任何内容，请重试；仍不成功请联系系统管理员。';
    await setImport(this.#store, id, { state: 'failed', message });
  }

  async #drop(id: string): Promise<void> {
    await setImport(this.#store, id, { state: 'cancelled' });
    await withExchange(this.#store.db).deleteFrom('import_items').where('import_id', '=', id).execute();
    await dropUploads(uploadFolder(this.#dataFolder, id));
  }

  #withProgress(row: ImportsTable): ImportStatus {
    const progress = this.#running.get(row.id);
    return { ...statusOf(row), ...(progress ? { done: progress.done, total: progress.total } : {}) };
  }
}

function wrongState(): CadreError {
  return new CadreError('import-state', 409, '这次导入当前不能进行这一步，请刷新页面查看进度。');
}

/** Only plain data can be sent to another process. */
function withoutMethods<Input extends PreviewInput>(input: Input): Input {
  const { id, name, scope } = input.actor;
  return { ...input, actor: { id, name, scope } };
}
