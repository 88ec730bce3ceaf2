import { Migrator, type Migration } from 'kysely/migration';
import type { Database } from './open-database.ts';

/** Brings the database to the newest form; all or nothing. */
export async function migrateDatabase(
  db: Database,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
