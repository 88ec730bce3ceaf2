import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { markWorkbook, writeDataWorkbook, type CellMark } from '#documents/render';
import type { TableFile } from '#documents/formats';
import type { JobTools, Store, Task, TaskActor } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import type { BulkCounts, SheetError, SheetLookData } from '#modules/sheets';
import { columnNumber } from '../sheet/cells.ts';
import { lookAt, type SheetPlace } from '../sheet/look.ts';
import { rememberedMapping } from '../sheet/mappings.ts';
import { openSheetFile, refusing } from '../sheet/open-sheet.ts';
import { SheetImport } from '../sheet/sheet-import.ts';
import type { SheetListener, SheetSettings, WriteChoice } from '../sheet/sheet-settings.ts';
import { Findings } from './findings.ts';
import { setJob } from './job-rows.ts';

export interface LookInput {
  readonly path: string;
  readonly set: string;
  readonly place: SheetPlace;
}

/** Finds the head of an uploaded sheet. */
export const sheetLookTask: Task<LookInput, SheetLookData> = async (store, { path, set: code, place }) => {
  const file = await openSheetFile(path);
  const set = store.registry.get(code);
  const look = await refusing(() => lookAt(file, set, place));
  const remembered = await rememberedMapping(store, set, look.heads);
  return { ...look, mapping: [...(remembered ?? look.mapping)], isRemembered: remembered !== null };
};

export interface SheetInput {
  readonly job: string;
  readonly actor: TaskActor;
  readonly path: string;
  /** Where the marked copy goes. */
  readonly marked: string;
  readonly set: string;
  readonly settings: SheetSettings;
}

export interface BulkResult {
  readonly counts: BulkCounts;
  readonly fingerprint: string;
  readonly change: string | null;
}

/** Reads a sheet without writing; keeps what was found, and a marked copy when something is wrong. */
export const sheetPreviewTask: Task<SheetInput, BulkResult> = async (store, input, tools) => {
  const set = store.registry.get(input.set);
  const file = await openSheetFile(input.path);
  const tree = await readUnitTree(store);
  const findings = new Findings(store, input.job, set, tree.nameOf);
  const result = await carryOut(store, file, input, findings, tools, 'preview', null);
  await findings.keep();
  if (findings.errors.length > 0) await writeMarked(file, input, findings.errors);
  return result;
};

export interface SheetApplyInput extends SheetInput {
  /** What the preview would have done. */
  readonly expected: string;
  readonly acceptGood: boolean;
}

/** Writes what the preview showed; refuses with `preview-outdated` when people have changed since. */
export const sheetApplyTask: Task<SheetApplyInput, BulkResult> = async (store, input, tools) => {
  const file = await openSheetFile(input.path);
  const listener: SheetListener = {
    onError: () => {},
    onBegin: (change) => setJob(store, input.job, { change_id: change }),
  };
  const choice = input.acceptGood ? 'good-rows' : 'all-or-nothing';
  return carryOut(store, file, input, listener, tools, choice, input.expected);
};

async function carryOut(
  store: Store,
  file: TableFile,
  { set: code, settings, actor }: SheetInput,
  listener: SheetListener,
  tools: JobTools,
  choice: WriteChoice,
  expected: string | null,
): Promise<BulkResult> {
  const set = store.registry.get(code);
  const sheetName = file.sheets[settings.sheet]?.name ?? '';
  const work = new SheetImport({ store, set, settings, sheetName, actor, listener, tools });
  await work.read(file);
  return work.write(choice, expected);
}

async function writeMarked(file: TableFile, input: SheetInput, errors: readonly SheetError[]): Promise<void> {
  const { settings } = input;
  const marks = errors
    .map(({ row, column, reason }): CellMark => ({ row, column: columnNumber(column), text: reason }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
  const source = file.kind === 'csv' ? await asWorkbook(file) : await readFile(input.path);
  const copy = markWorkbook(source, {
    sheet: settings.sheet,
    headRow: settings.headRow,
    head: '错误说明',
    marks,
  });
  const out = createWriteStream(input.marked, { mode: 0o600 });
  await pipeline(Readable.from(copy, { objectMode: false }), out);
}

/** A text file has no colours: its copy is a workbook with the same rows at the same places. */
async function asWorkbook(file: TableFile): Promise<Uint8Array> {
  const rows: string[][] = [];
  for await (const batch of file.rows(0))
    for (const { number, cells } of batch) {
      while (rows.length < number - 1) rows.push([]);
      rows.push(cells.map((cell) => cell?.text ?? ''));
    }
  const [head = [], ...rest] = rows;
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, column) => ({ head: head[column] ?? '', width: 16 }));
  return Buffer.concat(await Array.fromAsync(writeDataWorkbook([{ name: '数据', columns, rows: rest }])));
}
