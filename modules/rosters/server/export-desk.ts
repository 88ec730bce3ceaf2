import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CadreError, errors, newId, type Actor } from '#platform/model';
import type { FileAnswer, Store, TaskRunner } from '#platform/server';
import {
  fieldsOfContent,
  groupsByFirst,
  rowsOfPerson,
  type Roster,
  type RosterExportStatus,
} from '#modules/rosters';
import { requireKeptRights, rightsNow } from '#modules/cadres/server';
import type { QueryTables } from '#modules/query/server';
import type { RosterFrame } from './draw-table.ts';
import type { RosterExportInput, RosterExportResult } from './export-task.ts';
import { planRoster, type RosterPlan } from './plan-roster.ts';
import { readPeople } from './read-people.ts';
import { createStage, writeStage, type StagedRow } from './stage.ts';
import { withRosters, type RosterExportsTable } from './tables.ts';
import { mediaTypes } from './templates.ts';

/** Files with personal data do not lie about longer than this. */
const keptFor = 3 * 24 * 3_600_000;

/** What is needed of a running server. */
export interface DeskTools {
  readonly store: Store;
  readonly tables: QueryTables;
  readonly runTask: TaskRunner;
  readonly dataFolder: string;
  /** Hears of errors that are mistakes of the program; users get a sentence. */
  readonly report: (error: unknown) => void;
}

interface DrawOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

interface Running {
  readonly abort: AbortController;
  /** People drawn. */
  done: number;
  /** Settled when nothing of it goes on any more. */
  ended: Promise<void>;
}

/** The roster exports of a running server: their jobs, progress and files. */
export class RosterExportDesk {
  readonly #tools: DeskTools;
  readonly #running = new Map<string, Running>();

  constructor(tools: DeskTools) {
    this.#tools = tools;
  }

  /** Ends what an earlier process left running, and removes old files and those that belong to nothing. */
  async recover(): Promise<void> {
    const limit = new Date(Date.now() - keptFor).toISOString();
    const old = await this.#db()
      .selectFrom('roster_exports')
      .select('id')
      .where((eb) => eb.or([eb('state', '=', 'running'), eb('started_at', '<', limit)]))
      .execute();
    for (const { id } of old) if (!this.#running.has(id)) await this.#remove(id);
    // Before the rows: what is begun in between must not look as if it belonged to nothing.
    const files = await readdir(this.#folder()).catch(() => []);
    const rows = await this.#db().selectFrom('roster_exports').select('id').execute();
    const known = new Set([...rows.map(({ id }) => id), ...this.#running.keys()]);
    for (const file of files)
      if (!known.has(file.replace(/\.rows$/, ''))) await rm(join(this.#folder(), file), { force: true });
  }

  /** Begins the export of a roster; what is wrong with its question or columns is refused at once. */
  async start(
    actor: Actor,
    roster: Roster,
    form: RosterExportInput['form'],
    onDate?: string,
  ): Promise<RosterExportStatus> {
    const { store, tables } = this.#tools;
    const plan = await planRoster(store, tables, actor, roster, onDate);
    if (plan.ids.length === 0)
      throw new CadreError('roster-empty', 422, '这本名册里没有人，请检查人员范围和截止时间。');
    await this.recover();
    const id = newId();
    const row: RosterExportsTable = {
      id,
      user_id: actor.id,
      rights: await rightsNow(store, actor),
      state: 'running',
      started_at: new Date().toISOString(),
      name: roster.name,
      total: plan.ids.length,
      file_name: fileNameOf(roster, plan, form),
      size: 0,
      message: '',
    };
    const running: Running = { abort: new AbortController(), done: 0, ended: Promise.resolve() };
    // Before it stands in the table: what runs and is not known here counts as left behind.
    this.#running.set(id, running);
    await mkdir(this.#folder(), { recursive: true, mode: 0o700 });
    await this.#db().insertInto('roster_exports').values(row).execute();
    running.ended = this.#run(id, running, (options) => this.#draw(actor, id, roster, plan, form, options));
    return this.#statusOf(row);
  }

  async list(actor: Actor): Promise<RosterExportStatus[]> {
    const rows = await this.#db()
      .selectFrom('roster_exports')
      .selectAll()
      .where('user_id', '=', actor.id)
      .orderBy('started_at', 'desc')
      .limit(30)
      .execute();
    return rows.map((row) => this.#statusOf(row));
  }

  async status(actor: Actor, id: string): Promise<RosterExportStatus> {
    return this.#statusOf(await this.#require(actor, id));
  }

  async file(actor: Actor, id: string): Promise<FileAnswer> {
    const row = await this.#require(actor, id);
    if (row.state !== 'done') throw errors.notFound('导出的名册');
    await requireKeptRights(this.#tools.store, actor, row.rights);
    return {
      data: createReadStream(this.#path(id)),
      size: row.size,
      mediaType: mediaTypes[formatOf(row.file_name)],
      fileName: row.file_name,
    };
  }

  /** Stops it if it runs, and removes its file; nothing of it is left when this is done. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.#require(actor, id);
    const running = this.#running.get(id);
    running?.abort.abort();
    await running?.ended;
    await this.#remove(id);
  }

  async #run(
    id: string,
    running: Running,
    draw: (options: DrawOptions) => Promise<RosterExportResult>,
  ): Promise<void> {
    const { signal } = running.abort;
    try {
      const { size, remark } = await draw({ signal, onProgress: (done) => Object.assign(running, { done }) });
      await this.#set(id, { state: 'done', size, message: remark });
    } catch (error) {
      if (!signal.aborted) await this.#failed(id, error).catch(this.#tools.report);
    } finally {
      this.#running.delete(id);
    }
  }

  async #draw(
    actor: Actor,
    id: string,
    roster: Roster,
    plan: RosterPlan,
    form: RosterExportInput['form'],
    options: DrawOptions,
  ): Promise<RosterExportResult> {
    const path = this.#path(id);
    const stage = `${path}.rows`;
    const failed = new AbortController();
    const signal = AbortSignal.any([options.signal, failed.signal]);
    await createStage(stage);
    // The rows are read here while the drawing process takes them; when one of the two fails, the other ends as well.
    const input: RosterExportInput = { frame: frameOf(roster, plan), form, stage, path };
    const written = writeStage(stage, this.#rows(actor, plan), signal);
    const drawn = this.#tools.runTask<RosterExportResult>('roster-export', input, { ...options, signal });
    try {
      const [result] = await Promise.all([drawn, written]);
      return result;
    } finally {
      failed.abort();
      await Promise.allSettled([drawn, written]);
      await rm(stage, { force: true });
    }
  }

  async *#rows(actor: Actor, plan: RosterPlan): AsyncGenerator<StagedRow> {
    const { store, tables } = this.#tools;
    const { catalogue, columns } = plan;
    const fields = columns.flatMap(({ content }) => fieldsOfContent(content, catalogue));
    const firsts = groupsByFirst(plan.groups);
    let number = 0;
    for await (const person of readPeople(store, tables, actor, plan.ids, fields, plan.asOf)) {
      number += 1;
      yield* rowsOfPerson(person, number, columns, firsts, catalogue);
    }
  }

  async #require(actor: Actor, id: string): Promise<RosterExportsTable> {
    const row = await this.#db()
      .selectFrom('roster_exports')
      .selectAll()
      .where('id', '=', id)
      .where('user_id', '=', actor.id)
      .executeTakeFirst();
    if (!row) throw errors.notFound('这次导出');
    return row;
  }

  async #set(id: string, values: Partial<RosterExportsTable>): Promise<void> {
    await this.#db().updateTable('roster_exports').set(values).where('id', '=', id).execute();
  }

  async #failed(id: string, error: unknown): Promise<void> {
    if (!(error instanceof CadreError)) this.#tools.report(error);
    await rm(this.#path(id), { force: true });
    await this.#set(id, { state: 'failed', message: sentence(error) });
  }

  async #remove(id: string): Promise<void> {
    await this.#db().deleteFrom('roster_exports').where('id', '=', id).execute();
    await rm(this.#path(id), { force: true });
    await rm(`${this.#path(id)}.rows`, { force: true });
  }

  #db() {
    return withRosters(this.#tools.store.db);
  }

  #folder(): string {
    return join(this.#tools.dataFolder, 'rosters');
  }

  #path(id: string): string {
    return join(this.#folder(), id);
  }

  #statusOf(row: RosterExportsTable): RosterExportStatus {
    return {
      id: row.id,
      state: row.state,
      startedAt: row.started_at,
      name: row.name,
      done: row.state === 'done' ? row.total : (this.#running.get(row.id)?.done ?? 0),
      total: row.total,
      fileName: row.file_name,
      size: row.size,
      message: row.message,
    };
  }
}

function frameOf(roster: Roster, plan: RosterPlan): RosterFrame {
  return {
    title: roster.title === '' ? roster.name : roster.title,
    subtitle: roster.subtitle,
    asOf: plan.asOf,
    count: plan.ids.length,
    columns: plan.columns,
    catalogue: roster.catalogue ? plan.groups : [],
    notes: roster.notes.filter((note) => note !== ''),
  };
}

function formatOf(fileName: string): RosterExportInput['form']['format'] {
  return (['docx', 'pdf'] as const).find((format) => fileName.endsWith(`.${format}`)) ?? 'xlsx';
}

function sentence(error: unknown): string {
  return error instanceof CadreError ? error.message : '导出出错，请重试；仍不成功请联系系统管理员。';
}

/** With the reference date: 干部名册_20261123_120人.xlsx */
function fileNameOf({ name }: Roster, { ids, asOf }: RosterPlan, form: RosterExportInput['form']): string {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
  const what = form.kind === 'photos' ? `${safe}（照片）` : safe;
  return `${what}_${asOf.replaceAll('-', '')}_${ids.length}人.${form.format}`;
}
