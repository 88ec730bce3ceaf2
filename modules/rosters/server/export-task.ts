import { createWriteStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  defaultFontFolders,
  RenderProblem,
  writeTableDocument,
  writeTablePdf,
  writeWorkbook,
  type PrintedTable,
  type TableNote,
} from '#documents/render';
import { errors } from '#platform/model';
import { readFile, type Store, type Task } from '#platform/server';
import { photoTable } from './draw-photos.ts';
import {
  catalogueRows,
  catalogueTable,
  rosterTable,
  type RosterFrame,
  type TableFormat,
} from './draw-table.ts';
import { readStage, type StagedRow } from './stage.ts';
import { fillTemplate, templateData } from './template-data.ts';

export interface RosterExportInput {
  readonly frame: RosterFrame;
  readonly form:
    | { readonly kind: 'table' | 'photos'; readonly format: TableFormat }
    /** `file` is the hash of the template. */
    | { readonly kind: 'template'; readonly format: 'xlsx' | 'docx'; readonly file: string };
  /** The rows, as `writeStage` leaves them; it may still be at it. */
  readonly stage: string;
  readonly path: string;
}

export interface RosterExportResult {
  /** Bytes. */
  readonly size: number;
  /** What could not be written as it is; empty when all was. */
  readonly remark: string;
}

/** Draws a roster while its rows are being read. */
export const rosterExportTask: Task<RosterExportInput, RosterExportResult> = async (store, input, tools) => {
  const { frame, form, path } = input;
  const rows = counted(readStage(input.stage, tools.signal), (done) => {
    tools.signal.throwIfAborted();
    tools.progress(done, frame.count);
  });
  try {
    const notes = await draw(store, frame, form, rows, path);
    return { size: (await stat(path)).size, remark: remarkOf(notes) };
  } catch (error) {
    if (error instanceof RenderProblem) throw errors.invalid(error.message, { problems: error.faults });
    throw error;
  }
};

async function draw(
  store: Store,
  frame: RosterFrame,
  form: RosterExportInput['form'],
  rows: AsyncIterable<StagedRow>,
  path: string,
): Promise<readonly TableNote[]> {
  if (form.kind === 'template') {
    const template = (await readFile(store.db, form.file)).data;
    const data = await templateData(store, frame, rows, form.format === 'docx');
    await writeFile(path, await fillTemplate(template, form.format, data), { mode: 0o600 });
    return [];
  }
  const table =
    form.kind === 'photos' ? photoTable(store, frame, rows) : rosterTable(store, frame, rows, form.format);
  switch (form.format) {
    case 'docx':
      return drawDocument(withCatalogue(frame, table), path);
    case 'xlsx': {
      const named = catalogueTables(frame).map((each) => ({ ...each, name: '目录' }));
      return drawStream(writeWorkbook({ sheets: [...named, { ...table, name: '名册' }] }), path);
    }
    case 'pdf': {
      const tables = [...catalogueTables(frame), table];
      return drawStream(writeTablePdf({ tables }, { fontFolders: defaultFontFolders() }), path);
    }
  }
}

function catalogueTables(frame: RosterFrame): readonly PrintedTable[] {
  return frame.catalogue.length > 0 ? [catalogueTable(frame)] : [];
}

async function drawStream(
  file: AsyncIterable<Uint8Array> & { readonly notes: readonly TableNote[] },
  path: string,
): Promise<readonly TableNote[]> {
  await pipeline(Readable.from(file), createWriteStream(path, { mode: 0o600 }));
  return file.notes;
}

async function drawDocument(table: PrintedTable, path: string): Promise<readonly TableNote[]> {
  const { docx, notes } = await writeTableDocument(table);
  await writeFile(path, docx, { mode: 0o600 });
  return notes;
}

/** A Word file is one table: its catalogue stands before the people. */
function withCatalogue(frame: RosterFrame, table: PrintedTable): PrintedTable {
  if (frame.catalogue.length === 0) return table;
  async function* rows() {
    yield* catalogueRows(frame, table.columns.length);
    yield* table.rows;
  }
  return { ...table, rows: rows() };
}

async function* counted(
  rows: AsyncIterable<StagedRow>,
  tell: (done: number) => void,
): AsyncGenerator<StagedRow> {
  let done = 0;
  for await (const row of rows) {
    if (row.kind === 'person') tell((done += 1));
    yield row;
  }
}

function remarkOf(notes: readonly TableNote[]): string {
  const count = (kind: TableNote['kind']): number => notes.filter((note) => note.kind === kind).length;
  const [pictures, characters] = [count('picture'), count('controlCharacter')];
  const missing = notes.flatMap((note) => (note.kind === 'missingCharacter' ? Array.from(note.text) : []));
  return [
    pictures > 0 ? `${pictures} 张照片已损坏，没有放入` : '',
    characters > 0 ? `${characters} 处有不能写入文件的字符，已去掉` : '',
    missing.length > 0 ? `字库中没有“${[...new Set(missing)].slice(0, 20).join('')}”，以方框代替` : '',
  ]
    .filter((text) => text !== '')
    .join('；');
}
