import { createReadStream } from 'node:fs';
import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CadreError, errors, type Actor, type SetDefinition } from '#platform/model';
import { keepUploads, type FileAnswer, type Store, type UploadedFile } from '#platform/server';
import { bulkCounts, takesSheets, type BulkStatus, type SheetLookData } from '#modules/sheets';
import type { SheetPlace } from '../sheet/look.ts';
import { rememberMapping } from '../sheet/mappings.ts';
import { nothingToWrite, sheetHasErrors } from '../sheet/sheet-errors.ts';
import type { SheetSettings } from '../sheet/sheet-settings.ts';
import type { BulkJobsTable } from '../tables.ts';
import { taskActor, wrongState, type BulkDesk } from './bulk-desk.ts';
import { requireJobInSight } from './job-rows.ts';
import type { BulkResult, LookInput, SheetApplyInput, SheetInput } from './sheet-tasks.ts';

const sourceName = 'source';
const markedName = 'marked.xlsx';
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the operator may still say of a sheet whose head is known. */
export type SheetChoice = Omit<SheetSettings, keyof SheetLookData | 'mapping'> & {
  readonly mapping: readonly (string | null)[];
};

/** Imports of sheets, step by step: upload, look, mapping, preview, writing. */
export class SheetJobs {
  readonly #store: Store;
  readonly #desk: BulkDesk;

  constructor(store: Store, desk: BulkDesk) {
    this.#store = store;
    this.#desk = desk;
  }

  async start(actor: Actor, code: string): Promise<BulkStatus> {
    const set = this.#store.registry.find(code);
    if (!set || !takesSheets(set)) throw noSuchSet(code);
    const title = `导入数据表：${set.label}`;
    const id = await this.#desk.start(actor, { kind: 'sheet', set_code: code, title, settings: '{}' });
    return this.#desk.status(actor, id);
  }

  async upload(actor: Actor, id: string, files: AsyncIterable<UploadedFile>): Promise<BulkStatus> {
    const row = await this.#desk.inState(actor, id, 'sheet', ['uploading', 'mapping', 'ready', 'failed']);
    let name = '';
    async function* named(): AsyncGenerator<UploadedFile> {
      for await (const file of files) {
        name = file.fileName.split('/').at(-1) ?? '';
        yield { ...file, fileName: 'upload' };
      }
    }
    const folder = this.#desk.folder(id);
    if ((await keepUploads(folder, named())) !== 1) throw errors.invalid('请选择一个 .xlsx 或 .csv 文件。');
    const [uploaded = ''] = await latest(folder);
    await rename(join(folder, uploaded), join(folder, sourceName));
    const title = `${this.#set(row.set_code).label}：${name}`.slice(0, 200);
    return this.#look(actor, { ...row, title }, { sheet: null, headRow: null });
  }

  async choose(actor: Actor, id: string, place: SheetPlace): Promise<BulkStatus> {
    const row = await this.#desk.inState(actor, id, 'sheet', ['mapping', 'ready']);
    const look = lookOf(row.look);
    if ((place.sheet ?? 0) >= look.sheets.length) throw errors.notFound('选定的工作表');
    return this.#look(actor, row, place);
  }

  async preview(actor: Actor, id: string, choice: SheetChoice): Promise<BulkStatus> {
    const row = await this.#desk.inState(actor, id, 'sheet', ['mapping', 'ready']);
    const look = lookOf(row.look);
    const set = this.#set(row.set_code);
    checkMapping(set, look, choice.mapping);
    await rememberMapping(this.#store, set, look.heads, choice.mapping);
    const settings: SheetSettings = {
      hasMergedRows: look.hasMergedRows,
      sheet: look.sheet,
      headRow: look.headRow,
      heads: look.heads,
      ...choice,
    };
    await this.#desk.begin<BulkResult>(actor, id, {
      task: 'sheet-preview',
      input: this.#input(actor, id, row.set_code, settings),
      during: 'checking',
      after: 'ready',
      otherwise: 'mapping',
      said: {
        settings: JSON.stringify(settings),
        look: JSON.stringify({ ...look, mapping: choice.mapping }),
      },
      keep: ({ counts, fingerprint }) => ({ counts: JSON.stringify(counts), fingerprint }),
    });
    return this.#desk.status(actor, id);
  }

  async apply(actor: Actor, id: string, acceptGood: boolean): Promise<BulkStatus> {
    const row = await this.#desk.inState(actor, id, 'sheet', ['ready']);
    const counts = bulkCounts.parse(JSON.parse(row.counts));
    if (counts.refused > 0 && !acceptGood) throw sheetHasErrors(counts.refused);
    if (counts.created + counts.updated === 0) throw nothingToWrite();
    const settings = JSON.parse(row.settings) as SheetSettings;
    const input: SheetApplyInput = {
      ...this.#input(actor, id, row.set_code, settings),
      expected: row.fingerprint,
      acceptGood,
    };
    await this.#desk.begin<BulkResult>(actor, id, {
      task: 'sheet-apply',
      input,
      during: 'applying',
      after: 'done',
      otherwise: 'ready',
      keep: ({ counts, change }) => ({ counts: JSON.stringify(counts), change_id: change }),
    });
    return this.#desk.status(actor, id);
  }

  /** The uploaded sheet with its wrong cells marked. */
  async marked(actor: Actor, id: string): Promise<FileAnswer> {
    const row = await requireJobInSight(this.#store, actor, id);
    if (row.state !== 'ready' && row.state !== 'done') throw errors.notFound('标出错误的副本');
    const path = join(this.#desk.foundFolder(id), markedName);
    const found = await stat(path).catch(() => null);
    if (!found) throw errors.notFound('标出错误的副本');
    return {
      data: createReadStream(path),
      size: found.size,
      mediaType: workbookType,
      fileName: `${this.#set(row.set_code).label}（标出错误）.xlsx`,
    };
  }

  async #look(
    actor: Actor,
    { id, set_code: code, title }: BulkJobsTable,
    place: SheetPlace,
  ): Promise<BulkStatus> {
    const set = this.#set(code);
    const input: LookInput = { path: join(this.#desk.folder(id), sourceName), set: code, place };
    await this.#desk.begin<SheetLookData>(actor, id, {
      task: 'sheet-look',
      input: { ...input, set: set.code },
      during: 'looking',
      after: 'mapping',
      otherwise: place.sheet === null ? 'failed' : 'mapping',
      // What was said of the rows of another file or sheet does not hold for this one.
      said: { title, settings: '{}' },
      keep: (look) => ({ look: JSON.stringify(look) }),
    });
    return this.#desk.status(actor, id);
  }

  #input(actor: Actor, id: string, set: string, settings: SheetSettings): SheetInput {
    return {
      job: id,
      actor: taskActor(actor),
      path: join(this.#desk.folder(id), sourceName),
      marked: join(this.#desk.foundFolder(id), markedName),
      set,
      settings,
    };
  }

  #set(code: string): SetDefinition {
    const set = this.#store.registry.find(code);
    if (!set) throw noSuchSet(code);
    return set;
  }
}

function lookOf(json: string): SheetLookData {
  if (json === '') throw wrongState();
  return JSON.parse(json) as SheetLookData;
}

/** The file that came last: others may lie there from an earlier upload. */
async function latest(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /(?:^|[/\\])upload$/.test(name),
  );
  return names.toSorted((a, b) => b.length - a.length || (a < b ? 1 : -1));
}

function checkMapping(set: SetDefinition, look: SheetLookData, mapping: readonly (string | null)[]): void {
  const targets = mapping.filter((target) => target !== null);
  const fields = new Set(set.fields.map(({ key }) => key));
  if (
    mapping.length !== look.heads.length ||
    targets.some((each) => !each.startsWith('@') && !fields.has(each))
  )
    throw errors.invalid('列的对应关系与表头不符，请刷新后重试。');
  if (new Set(targets).size !== targets.length) throw errors.invalid('有两列对应同一个项目，请只保留一列。');
  const tells = targets.some((each) =>
    ['@name', '@nationalId', '@person', 'name', 'nationalId'].includes(each),
  );
  if (!tells) throw errors.invalid('没有一列说明是哪一名干部，请指定姓名或身份证号所在的列。');
  if (!targets.some((each) => fields.has(each)))
    throw errors.invalid('没有一列对应要导入的项目，请至少指定一列。');
}

export function noSuchSet(code: string): CadreError {
  return new CadreError('sheet-set', 404, `“${code}”不是可以导入数据表的信息集。`);
}
