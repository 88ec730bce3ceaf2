import { readFile, stat } from 'node:fs/promises';
import { openTableFile, SheetRefusal, type TableFile } from '#documents/formats';
import { CadreError, errors } from '#platform/model';

/** Larger files are no sheets of people. */
export const fileLimit = 200 * 1024 * 1024;

/** Opens a sheet file; what cannot be read becomes an error that a user may see. */
export async function openSheetFile(path: string): Promise<TableFile> {
  if ((await stat(path)).size > fileLimit) throw errors.tooLarge('200 MB');
  return refusing(async () => openTableFile(await readFile(path)));
}

/** Does work on a file; its refusals become errors that a user may see. */
export async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SheetRefusal ? new CadreError(error.code, 422, error.message) : error;
  }
}

/** Does the name say that it is a sheet? */
export const isSheetFile = (path: string): boolean => /\.(?:xlsx|xlsm|xls|csv)$/i.test(path);
