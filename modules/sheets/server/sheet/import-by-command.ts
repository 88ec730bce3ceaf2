import type { TableFile } from '#documents/formats';
import { CadreError, type SetDefinition } from '#platform/model';
import type { JobTools, Store, TaskActor } from '#platform/server';
import { takesSheets, type BulkCounts, type OtherDate, type SheetError } from '#modules/sheets';
import { lookAt } from './look.ts';
import { openSheetFile, refusing } from './open-sheet.ts';
import { rememberedMapping } from './mappings.ts';
import { SheetImport } from './sheet-import.ts';

/** A sheet as the command line imports it. */
export interface CommandSheet {
  readonly path: string;
  readonly set: string;
  /** Writes the good rows although others are wrong. */
  readonly acceptGood: boolean;
  readonly keepUnknown: boolean;
  readonly clearMark: string;
  /** What becomes of rows that differ from a record in its date alone; null refuses them. */
  readonly otherDate: OtherDate | null;
}

export interface CommandSheetResult extends Omit<BulkCounts, 'people'> {
  readonly errors: readonly SheetError[];
  /** Null when nothing was written. */
  readonly change: string | null;
}

/** Reads a sheet into a set; without `acceptGood` nothing is written when a row is wrong. */
export async function importSheet(
  store: Store,
  actor: TaskActor,
  options: CommandSheet,
  tools: JobTools,
): Promise<CommandSheetResult> {
  const set = store.registry.find(options.set);
  if (!set || !takesSheets(set))
    throw new CadreError('sheet-set', 404, `“${options.set}”不是可以导入数据表的信息集。`);
  const file = await openSheetFile(options.path);
  const { found, work } = await readSheet(store, actor, set, file, options, tools);
  const { counts, change } = await work.write(options.acceptGood ? 'good-rows' : 'all-or-nothing');
  const { people: _people, ...rest } = counts;
  const errors = found.toSorted(
    (a, b) => a.row - b.row || a.column.length - b.column.length || (a.column < b.column ? -1 : 1),
  );
  return { ...rest, errors, change };
}

/** Reads the sheet once; one that has merged cells is read again when it is known where they are. */
async function readSheet(
  store: Store,
  actor: TaskActor,
  set: SetDefinition,
  file: TableFile,
  options: CommandSheet,
  tools: JobTools,
): Promise<{ found: readonly SheetError[]; work: SheetImport }> {
  for (const extent of ['top', 'whole'] as const) {
    const look = await refusing(() => lookAt(file, set, anywhere, extent)).catch((error: unknown) => {
      // Heads of two rows are told by their merged cells.
      if (extent === 'top' && error instanceof CadreError && error.code === 'sheet-no-head') return null;
      throw error;
    });
    if (!look) continue;
    const mapping = (await rememberedMapping(store, set, look.heads)) ?? look.mapping;
    const found: SheetError[] = [];
    const settings = { ...look, ...options, mapping, skipHidden: false, rowAnswers: {} };
    const sheetName = look.sheets[look.sheet]?.name ?? '';
    const listener = { onError: (error: SheetError) => found.push(error) };
    const work = new SheetImport({ store, set, settings, sheetName, actor, listener, tools });
    const merged = await work.read(file);
    if (extent === 'whole' || merged.length === 0) return { found, work };
  }
  throw new Error('a whole look answers or throws');
}

const anywhere = { sheet: null, headRow: null };
