import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CadreError, errors, newId, type Actor } from '#platform/model';
import { today, type FileAnswer, type Store, type TaskRunner } from '#platform/server';
import { requireKeptRights, rightsNow } from '#modules/cadres/server';
import type { ExportFormat, ExportStatus } from '#modules/exchange';
import { withExchange, type ExportsTable } from '../tables.ts';
import type { ExportInput, ExportResult } from './export-task.ts';

/** Files with personal data do not lie about longer than this. */
const keptFor = 3 * 24 * 3_600_000;

const mediaTypes: Readonly<Record<string, string>> = {
  zip: 'application/zip',
  pdf: 'application/pdf',
  jsonl: 'application/jsonl',
  csv: 'text/csv',
};

/** The exports of a running server: their jobs, progress and files. */
export class ExportDesk {
  readonly #store: Store;
  readonly #runTask: TaskRunner;
  readonly #dataFolder: string;
  readonly #report: (error: unknown) => void;
  readonly #running = new Map<string, { abort: AbortController; done: number }>();

  /** `report` hears of errors that are mistakes of the program; users get a sentence. */
  constructor(store: Store, runTask: TaskRunner, dataFolder: string, report: (error: unknown) => void) {
    this.#store = store;
    this.#runTask = runTask;
    this.#dataFolder = dataFolder;
    this.#report = report;
  }

  /** Ends what an earlier process left running, and removes old files. */
  async recover(): Promise<void> {
    const db = withExchange(this.#store.db);
    const limit = new Date(Date.now() - keptFor).toISOString();
    const old = await db
      .selectFrom('exports')
      .select('id')
      .where((eb) => eb.or([eb('state', '=', 'running'), eb('started_at', '<', limit)]))
      .execute();
    for (const { id } of old) if (!this.#running.has(id)) await this.#remove(id);
  }

  async start(actor: Actor, wanted: Omit<ExportInput, 'path'>): Promise<ExportStatus> {
    if (wanted.ids.length === 0)
      throw new CadreError('nothing-to-export', 422, '所选范围内没有可以导出的人员。');
    await this.recover();
    const id = newId();
    const row: ExportsTable = {
      id,
      user_id: actor.id,
      rights: await rightsNow(this.#store, actor),
      state: 'running',
      started_at: new Date().toISOString(),
      format: wanted.format,
      done: 0,
      total: wanted.ids.length,
      file_name: fileNameOf(wanted),
      size: 0,
      message: '',
    };
    const progress = { abort: new AbortController(), done: 0 };
    // Before it stands in the table: what runs and is not known here counts as left behind.
    this.#running.set(id, progress);
    await mkdir(this.#folder(), { recursive: true, mode: 0o700 });
    await withExchange(this.#store.db).insertInto('exports').values(row).execute();
    const onProgress = (done: number) => Object.assign(progress, { done });
    const input: ExportInput = { ...wanted, path: this.#path(id) };
    void this.#runTask<ExportResult>('export', input, { onProgress, signal: progress.abort.signal })
      .then(({ size, remark }) =>
        this.#set(id, { state: 'done', size, done: wanted.ids.length, message: remark }),
      )
      .catch((error: unknown) => (progress.abort.signal.aborted ? this.#remove(id) : this.#failed(id, error)))
      .finally(() => this.#running.delete(id));
    return this.#withProgress(row);
  }

  async status(actor: Actor, id: string): Promise<ExportStatus> {
    return this.#withProgress(await this.#require(actor, id));
  }

  async list(actor: Actor): Promise<ExportStatus[]> {
    const rows = await withExchange(this.#store.db)
      .selectFrom('exports')
      .selectAll()
      .where('user_id', '=', actor.id)
      .orderBy('started_at', 'desc')
      .limit(30)
      .execute();
    return rows.map((row) => this.#withProgress(row));
  }

  async file(actor: Actor, id: string): Promise<FileAnswer> {
    const row = await this.#require(actor, id);
    if (row.state !== 'done') throw errors.notFound('导出的文件');
    await requireKeptRights(this.#store, actor, row.rights);
    const mediaType =
      mediaTypes[row.file_name.slice(row.file_name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return { data: createReadStream(this.#path(id)), size: row.size, mediaType, fileName: row.file_name };
  }

  async cancel(actor: Actor, id: string): Promise<void> {
    await this.#require(actor, id);
    const running = this.#running.get(id);
    if (running) running.abort.abort();
    else await this.#remove(id);
  }

  async #require(actor: Actor, id: string): Promise<ExportsTable> {
    const row = await withExchange(this.#store.db)
      .selectFrom('exports')
      .selectAll()
      .where('id', '=', id)
      .where('user_id', '=', actor.id)
      .executeTakeFirst();
    if (!row) throw errors.notFound('这次导出');
    return row;
  }

  async #set(id: string, values: Partial<ExportsTable>): Promise<void> {
    await withExchange(this.#store.db).updateTable('exports').set(values).where('id', '=', id).execute();
  }

  async #failed(id: string, error: unknown): Promise<void> {
    if (!(error instanceof CadreError)) this.#report(error);
    await this.#dropFiles(id);
    await this.#set(id, { state: 'failed', message: sentence(error) });
  }

  async #remove(id: string): Promise<void> {
    await withExchange(this.#store.db).deleteFrom('exports').where('id', '=', id).execute();
    await this.#dropFiles(id);
  }

  async #dropFiles(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
    await rm(`${this.#path(id)}.part`, { force: true });
  }

  #folder(): string {
    return join(this.#dataFolder, 'exports');
  }

  #path(id: string): string {
    return join(this.#folder(), id);
  }

  #withProgress(row: ExportsTable): ExportStatus {
    return {
      id: row.id,
      state: row.state as ExportStatus['state'],
      startedAt: row.started_at,
      format: row.format as ExportFormat,
      done: this.#running.get(row.id)?.done ?? row.done,
      total: row.total,
      fileName: row.file_name,
      size: row.size,
      message: row.message,
    };
  }
}

function sentence(error: unknown): string {
  return error instanceof CadreError ? error.message : '导出出错，请重试；仍不成功请联系系统管理员。';
}

/** For instance 任免审批表_20261123_50人.zip */
function fileNameOf({ format, ids, subject, set }: Omit<ExportInput, 'path'>): string {
  const day = today().replaceAll('-', '');
  const what =
    format === 'csv'
      ? `信息集${set}`
      : format === 'jsonl'
        ? subject === 'unit'
          ? '机构数据'
          : '干部数据'
        : '任免审批表';
  const extension = format === 'pdf' || format === 'jsonl' || format === 'csv' ? format : 'zip';
  return `${what}_${day}_${ids.length}${subject === 'unit' ? '个机构' : '人'}.${extension}`;
}
