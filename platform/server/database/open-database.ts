import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { DatabaseSchema } from './schema.ts';
import { SqliteDriver, TurnTakingAdapter } from './sqlite-driver.ts';

export type Database = Kysely<DatabaseSchema>;

const fileName = 'cadre.db';

/** Is there a database in the data folder? */
export function databaseExists(dataFolder: string): boolean {
  return existsSync(join(dataFolder, fileName));
}

/**
 * Opens the database of a data folder, which is made when missing. Every commit is on the disk before it is
 * acknowledged (`synchronous=FULL`); several processes may have it open, a writer waits for another up to 10 s.
 */
export function openDatabase(dataFolder: string): Database {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const path = join(dataFolder, fileName);
  // Nobody else on the machine may read it, also in a folder that is open to all; its companions take over the mode.
  closeSync(openSync(path, 'a', 0o600));
  const handle = new DatabaseSync(path, {
    timeout: 10_000,
    enableForeignKeyConstraints: true,
  });
  // Counts for a new database only: photos of some ten kilobytes need half as many pages as with the usual 4 kB.
  handle.exec('pragma page_size = 8192');
  handle.exec('pragma journal_mode = wal');
  handle.exec('pragma synchronous = full');
  handle.exec('pragma cache_size = -32000');
  handle.exec('pragma temp_store = memory');
  // Pages that many transactions touch are carried over into the database once every 16 MB, not with each of them.
  handle.exec('pragma wal_autocheckpoint = 2000');
  handle.exec('pragma journal_size_limit = 67108864');
  // From here on the driver waits for the lock, without holding up the thread.
  handle.exec('pragma busy_timeout = 0');
  return new Kysely<DatabaseSchema>({
    dialect: {
      createAdapter: () => new TurnTakingAdapter(),
      createDriver: () => new SqliteDriver(handle),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
