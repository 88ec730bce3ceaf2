import { CadreError } from '#platform/model';
import type { JobTools, Store, TaskActor } from '#platform/server';
import { takesSheets, type BulkCounts, type SheetError } from '#modules/sheets';
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
  const look = await refusing(() => lookAt(file, set, { sheet: null, headRow: null }));
  const mapping = (await rememberedMapping(store, set, look.heads)) ?? look.mapping;
  const found: SheetError[] = [];
  const settings = { ...look, ...options, mapping, skipHidden: false };
  const work = new SheetImport(store, set, settings, look.sheets[look.sheet]?.name ?? '', {
    onError: (error) => found.push(error),
  });
  const write = options.acceptGood ? 'good-rows' : 'all-or-nothing';
  const { counts, change } = await work.run(file, actor, write, tools);
  const { people: _people, ...rest } = counts;
  const errors = found.toSorted(
    (a, b) => a.row - b.row || a.column.length - b.column.length || (a.column < b.column ? -1 : 1),
  );
  return { ...rest, errors, change };
}
