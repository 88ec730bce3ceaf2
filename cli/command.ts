import { parseArgs, type ParseArgsConfig } from 'node:util';
import { existsSync } from 'node:fs';
import { permissions, type Actor, type Permission } from '#platform/model';
import { databaseExists, type Store } from '#platform/server';
import { openStore } from '../server/open-store.ts';
import { CannotRun, UsageError } from './usage.ts';

/** A command of the line; the answer is the exit code. */
export interface Command {
  run(args: readonly string[]): Promise<number>;
}

const common = { data: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Reads the arguments of a command; unknown ones end in a usage message. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...common, ...options },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? `参数有误：${error.message}` : '参数有误。', {
      cause: error,
    });
  }
}

/** The data folder: `--data`, else CADRE_DATA, else ./data. */
export function dataFolder(given: string | undefined): string {
  return given ?? process.env['CADRE_DATA'] ?? 'data';
}

/** Opens the store, does the work and closes it again, also after a failure. */
export async function withStore<Result>(
  folder: string,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(folder);
  try {
    return await work(store);
  } finally {
    await store.db.destroy();
  }
}

/** Refuses to make a new database where one was to be read. */
export function requireDatabase(folder: string): void {
  if (!databaseExists(folder)) {
    throw new CannotRun(`数据目录“${folder}”中没有数据库，请用 --data 指定数据目录。`);
  }
}

export function requirePaths(paths: readonly string[]): void {
  if (paths.length === 0) throw new UsageError('请给出要导入的文件或文件夹。');
  for (const path of paths) {
    if (!existsSync(path)) throw new CannotRun(`找不到“${path}”，请检查路径。`);
  }
}

/** The operator of the command line may do everything; whoever can run it can also read the database file. */
export const operator: Actor = {
  id: 'cli',
  name: '命令行操作员',
  scope: { kind: 'everything' },
  permissions: new Set(Object.keys(permissions) as Permission[]),
};
